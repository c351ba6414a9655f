using System.Security.Cryptography;
using CsCheck;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Ledger.Tests.Notes;

/// <summary>What others send is no note, or no key, and never an exception of another kind.</summary>
public sealed class HostileNotes
{
    private const string Signature = "— tracker.example.org/log AAAAAAAA";

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\n\n")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n" + Signature + "\n")]
    [InlineData("text\n\n" + Signature)]
    [InlineData("text\r\n\r\n" + Signature + "\r\n")]
    [InlineData("te\u0000xt\n\n" + Signature + "\n")]
    [InlineData("te\txt\n\n" + Signature + "\n")]
    [InlineData("text\n\n— name\n")]
    [InlineData("text\n\n- name AAAAAAAA\n")]
    [InlineData("text\n\n—name AAAAAAAA\n")]
    [InlineData("text\n\n— a b AAAAAAAA\n")]
    [InlineData("text\n\n— a+b AAAAAAAA\n")]
    [InlineData("text\n\n— name AAAA\n")]
    [InlineData("text\n\n— name AAAAA===\n")]
    [InlineData("text\n\n— name not base64!\n")]
    [InlineData("text\n\n" + Signature + "\nmore\n")]
    [InlineData("text\n\n" + Signature + "\n\n")]
    public void What_is_no_signed_note_is_refused_with_a_reason(string note)
    {
        SignedNote.Parse(note, out var because).Should().BeNull();
        because.Should().EndWith(".");
    }

    [Fact]
    public void A_note_that_is_too_long_or_has_too_many_signatures_is_refused()
    {
        SignedNote.Parse($"{new string('a', 64 * 1024)}\n\n{Signature}\n", out _).Should().BeNull();
        SignedNote.Parse($"text\n\n{string.Concat(Enumerable.Repeat(Signature + "\n", 33))}", out _).Should().BeNull();
        SignedNote.Parse($"text\n\n{string.Concat(Enumerable.Repeat(Signature + "\n", 32))}", out _).Should().NotBeNull();
    }

    [Fact]
    public void Only_the_last_empty_line_ends_the_text() =>
        Keys.Read($"one\n\ntwo\n\n{Signature}\n").Text.Should().Be("one\n\ntwo\n");

    [Fact]
    public void A_signed_note_with_any_character_changed_is_refused_or_not_signed()
    {
        using var signer = Keys.Signer();
        var note = signer.Sign(Keys.Text).ToString();

        Gen.Select(Gen.Int[0, note.Length - 1], Gen.Char).Where(change => note[change.Item1] != change.Item2).Sample(change =>
        {
            var read = SignedNote.Parse($"{note[..change.Item1]}{change.Item2}{note[(change.Item1 + 1)..]}", out _);
            return read is null || !signer.Key.HasSigned(read);
        });
    }

    [Fact]
    public void Noise_is_no_note() => Gen.String.Sample(text => SignedNote.Parse(text, out var because) is null && because is not null);

    [Theory]
    [InlineData("")]
    [InlineData("tracker.example.org/log")]
    [InlineData("tracker.example.org/log+00000000+AgAA")]
    [InlineData("tracker.example.org/log+00000000+not base64")]
    [InlineData("tracker.example.org/log+00000000+")]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")] // Ed25519, of the Go checksum database's documentation
    public void What_is_no_key_is_refused(string key) => FluentActions.Invoking(() => NoteKey.Parse(key)).Should().Throw<FormatException>();

    [Fact]
    public void A_key_that_was_not_copied_whole_is_refused()
    {
        using var signer = Keys.Signer();
        var key = signer.Key.ToString();

        FluentActions.Invoking(() => NoteKey.Parse(key[..^4])).Should().Throw<FormatException>();
        FluentActions.Invoking(() => NoteKey.Parse(key.Replace("+", "+0", StringComparison.Ordinal))).Should().Throw<FormatException>();
        FluentActions.Invoking(() => NoteKey.Parse("other" + key[key.IndexOf('+', StringComparison.Ordinal)..] + "AAAA")).Should().Throw<FormatException>();
    }

    [Fact]
    public void Only_private_keys_of_the_curve_P_256_sign()
    {
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var fitting = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        foreach (var pem in new[] { larger.ExportPkcs8PrivateKeyPem(), fitting.ExportSubjectPublicKeyInfoPem(), rsa.ExportPkcs8PrivateKeyPem(), "", "no key" })
        {
            FluentActions.Invoking(() => new NoteSigner(Keys.Name, pem)).Should().Throw<FormatException>();
        }

        using var old = new NoteSigner(Keys.Name, fitting.ExportECPrivateKeyPem());
        old.Key.HasSigned(old.Sign(Keys.Text)).Should().BeTrue("SEC 1 is read, too");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a+b")]
    [InlineData("a\nb")]
    [InlineData("a\u00a0b")]
    public void A_name_has_no_spaces_and_no_plus_sign(string name) => FluentActions.Invoking(() => Keys.Signer(name)).Should().Throw<FormatException>();
}
