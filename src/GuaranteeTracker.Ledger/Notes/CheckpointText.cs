using System.Globalization;

namespace GuaranteeTracker.Ledger.Notes;

/// <summary>What a checkpoint's note says (C2SP tlog-checkpoint): the log, its size and root, and, as extension lines, which K that is.</summary>
/// <param name="Origin">The log's name.</param>
/// <param name="Size">Number of leaves.</param>
/// <param name="Root">32 bytes.</param>
/// <param name="Sequence">It holds the events up to this sequence number, inclusive.</param>
/// <param name="At">When it was made: UTC, in whole microseconds.</param>
public sealed record CheckpointText(string Origin, long Size, ReadOnlyMemory<byte> Root, long Sequence, DateTime At)
{
    private const string SequenceLine = "sequence ", AtLine = "at ", Moment = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>The note's text.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Origin}\n{Size}\n{Convert.ToBase64String(Root.Span)}\n{SequenceLine}{Sequence}\n{AtLine}{At.ToString(Moment, CultureInfo.InvariantCulture)}\n");

    /// <summary>Reads a note's text.</summary>
    /// <returns>Null for any text that <see cref="ToString"/> would write in another way.</returns>
    public static CheckpointText? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Split('\n') is not [{ Length: > 0 } origin, var size, { Length: 44 } root, ['s', ..] sequence, ['a', ..] at, ""]
            || !TryRead(size, out var leaves) || !sequence.StartsWith(SequenceLine, StringComparison.Ordinal) || !TryRead(sequence[SequenceLine.Length..], out var number)
            || !DateTime.TryParseExact(at, $"'{AtLine}'{Moment}", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment))
        {
            return null;
        }

        var hash = new byte[Trees.TreeHash.Length + 1];
        var checkpoint = Convert.TryFromBase64String(root, hash, out var length) && length == Trees.TreeHash.Length ? new CheckpointText(origin, leaves, hash.AsMemory(..length), number, moment) : null;
        return checkpoint?.ToString() == text ? checkpoint : null;
    }

    /// <summary>Whether both say the same tree of the same log.</summary>
    public bool IsSameTree(CheckpointText other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Origin == other.Origin && Size == other.Size && Root.Span.SequenceEqual(other.Root.Span);
    }

    private static bool TryRead(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
