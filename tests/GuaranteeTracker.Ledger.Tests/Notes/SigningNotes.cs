using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Ledger.Tests.Notes;

public sealed class SigningNotes
{
    [Fact]
    public void A_note_that_was_signed_and_read_again_is_the_same_and_signed_by_the_key()
    {
        using var signer = Keys.Signer();

        var note = signer.Sign(Keys.Text).ToString();

        Keys.Read(note).ToString().Should().Be(note);
        Keys.Read(note).Text.Should().Be(Keys.Text);
        note.Should().StartWith(Keys.Text + "\n— tracker.example.org/log ").And.EndWith("\n");
        signer.Key.HasSigned(Keys.Read(note)).Should().BeTrue();
    }

    [Fact]
    public void Another_key_of_the_same_name_has_not_signed_it()
    {
        using var signer = Keys.Signer();
        using var other = Keys.Signer();

        other.Key.HasSigned(signer.Sign(Keys.Text)).Should().BeFalse();
    }

    [Fact]
    public void The_same_key_under_another_name_has_not_signed_it()
    {
        var pem = Keys.Pem();
        using var signer = new NoteSigner(Keys.Name, pem);
        using var other = new NoteSigner("elsewhere.example.org/log", pem);

        other.Key.HasSigned(signer.Sign(Keys.Text)).Should().BeFalse();
        other.Key.KeyId.Should().Be(signer.Key.KeyId, "it is made of the key alone");
    }

    [Fact]
    public void Two_keys_sign_one_note_and_each_is_found()
    {
        using var log = Keys.Signer();
        using var witness = Keys.Signer("witness.example.org");
        using var stranger = Keys.Signer("stranger.example.org");

        var note = Keys.Read(witness.Sign(log.Sign(Keys.Text)).ToString());

        note.Signatures.Select(signature => signature.Name).Should().Equal(Keys.Name, "witness.example.org");
        log.Key.HasSigned(note).Should().BeTrue();
        witness.Key.HasSigned(note).Should().BeTrue();
        stranger.Key.HasSigned(note).Should().BeFalse();
    }

    [Fact]
    public void One_right_signature_does_not_cover_a_wrong_one_of_the_same_key()
    {
        using var signer = Keys.Signer();
        var note = signer.Sign(Keys.Text);
        var wrong = signer.Sign("something else\n").Signatures[0];

        signer.Key.HasSigned(note with { Signatures = [.. note.Signatures, wrong] }).Should().BeFalse();
    }

    [Fact]
    public void No_text_but_the_one_that_was_signed_holds()
    {
        using var signer = Keys.Signer();
        var note = signer.Sign(Keys.Text);

        for (var i = 0; i < Keys.Text.Length; i++)
        {
            var changed = $"{Keys.Text[..i]}{(char)(Keys.Text[i] ^ 1)}{Keys.Text[(i + 1)..]}";
            signer.Key.HasSigned(note with { Text = changed }).Should().BeFalse("character {0} is another one", i);
        }
    }

    [Fact]
    public void A_signature_is_ASN_1_DER_of_two_numbers()
    {
        using var signer = Keys.Signer();

        var signature = signer.Sign(Keys.Text).Signatures[0].Signature.Span;

        signature[0].Should().Be(0x30, "it is a sequence");
        signature[1].Should().Be((byte)(signature.Length - 2));
        signature[2].Should().Be(0x02, "of integers");
        signature.Length.Should().BeInRange(8, 72);
    }

    [Fact]
    public void The_key_id_is_the_beginning_of_the_public_keys_hash()
    {
        using var signer = Keys.Signer();
        using var key = ECDsa.Create();
        key.ImportFromPem(signer.Key.Pem);

        var hash = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

        signer.Key.KeyId.ToString("x8", CultureInfo.InvariantCulture).Should().Be(hash[..8]);
        signer.Key.ToString().Should().StartWith($"{Keys.Name}+{hash[..8]}+Ajk", "two, then the DER of a public key");
        NoteKey.Parse(signer.Key.ToString()).ToString().Should().Be(signer.Key.ToString());
    }

    [Fact]
    public async Task OpenSSL_verifies_the_signature()
    {
        var folder = Directory.CreateTempSubdirectory("gt-notes-").FullName;
        using var signer = Keys.Signer();
        var note = signer.Sign(Keys.Text);
        await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), signer.Key.Pem);
        await File.WriteAllBytesAsync(Path.Combine(folder, "signature"), note.Signatures[0].Signature.ToArray());
        await File.WriteAllBytesAsync(Path.Combine(folder, "text"), Encoding.UTF8.GetBytes(note.Text));

        (await VerifyAsync()).Should().Be("Verified OK\n");
        await File.AppendAllTextAsync(Path.Combine(folder, "text"), "more\n");
        (await VerifyAsync()).Should().StartWith("Verification failure\n");
        Directory.Delete(folder, recursive: true);

        async Task<string> VerifyAsync()
        {
            using var openssl = Process.Start(new ProcessStartInfo("openssl", ["dgst", "-sha256", "-verify", "key.pem", "-signature", "signature", "text"])
            {
                WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            var said = await openssl.StandardOutput.ReadToEndAsync();
            await openssl.WaitForExitAsync();
            return said;
        }
    }
}
