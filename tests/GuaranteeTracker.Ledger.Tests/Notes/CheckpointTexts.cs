using System.Security.Cryptography;
using CsCheck;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Ledger.Tests.Notes;

public sealed class CheckpointTexts
{
    private const string Written = "tracker.example.org/log\n67\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\nsequence 71\nat 2026-11-22T22:44:13.297550Z\n";

    [Fact]
    public void A_checkpoint_is_written_as_its_five_lines()
    {
        var at = new DateTime(2026, 11, 22, 22, 44, 13, DateTimeKind.Utc).AddMicroseconds(297_550);
        var text = new CheckpointText("tracker.example.org/log", 67, Enumerable.Range(0, 32).Select(i => (byte)i).ToArray(), 71, at);

        text.ToString().Should().Be(Written);
        CheckpointText.Parse(Written)!.IsSameTree(text).Should().BeTrue();
        CheckpointText.Parse(Written)!.At.Should().Be(at).And.BeIn(DateTimeKind.Utc);
    }

    [Fact]
    public void What_is_written_is_read_again() =>
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.Byte.Array[32], Gen.Long[0, long.MaxValue], Gen.Long[0, 3_000_000_000_000_000]).Sample((size, root, sequence, microseconds) =>
        {
            var text = new CheckpointText("a/log", size, root, sequence, DateTime.UnixEpoch.AddMicroseconds(microseconds));
            var read = CheckpointText.Parse(text.ToString())!;
            return read.IsSameTree(text) && read.Sequence == sequence && read.At == text.At;
        });

    [Theory]
    [InlineData("67", "067")]
    [InlineData("67", "+67")]
    [InlineData("67", "-67")]
    [InlineData("67", "67 ")]
    [InlineData("67", "99999999999999999999")]
    [InlineData("AAEC", "AAE")]
    [InlineData("Hh8=", "Hh9=")] // bits beyond the last byte
    [InlineData("sequence 71", "sequence  71")]
    [InlineData("sequence 71", "Sequence 71")]
    [InlineData("sequence 71\n", "")]
    [InlineData("297550Z", "29755Z")]
    [InlineData("297550Z", "297550+00:00")]
    [InlineData("2026-11-22", "2026-02-30")]
    [InlineData("297550Z\n", "297550Z")]
    [InlineData("297550Z\n", "297550Z\nmore\n")]
    [InlineData("tracker.example.org/log\n", "\n")]
    public void A_checkpoint_has_one_spelling_only(string part, string instead)
    {
        CheckpointText.Parse(Written).Should().NotBeNull();
        CheckpointText.Parse(Written.Replace(part, instead, StringComparison.Ordinal)).Should().BeNull();
    }

    [Fact]
    public void Another_log_size_or_root_is_another_tree()
    {
        var text = CheckpointText.Parse(Written)!;

        text.IsSameTree(text with { Sequence = 72, At = text.At.AddDays(1) }).Should().BeTrue();
        text.IsSameTree(text with { Origin = "b/log" }).Should().BeFalse();
        text.IsSameTree(text with { Size = 68 }).Should().BeFalse();
        text.IsSameTree(text with { Root = SHA256.HashData([]) }).Should().BeFalse();
    }
}
