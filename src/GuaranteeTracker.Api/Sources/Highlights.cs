using System.Text;

namespace GuaranteeTracker.Api.Sources;

/// <summary>A passage of a source's text that carries a claim.</summary>
/// <param name="Number">Which of the claim's passages it is, counted from 0.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The first character after it.</param>
public sealed record Passage(Guid Claim, int Number, int Start, int End)
{
    /// <summary>What a page and its tests know it by.</summary>
    public string Key => FormattableString.Invariant($"{Claim}:{Number}");

    /// <summary>The id of its place on the source's page.</summary>
    public string Anchor => AnchorOf(Claim, Number);

    public static string AnchorOf(Guid claim, int number) => FormattableString.Invariant($"words-{claim}-{number}");
}

/// <summary>A stretch of text over the whole of which the same passages lie.</summary>
/// <param name="Start">Its first UTF-16 character in the text.</param>
/// <param name="Passages">By start, claim and number; none where no claim uses the words.</param>
public sealed record Segment(int Start, string Text, IReadOnlyList<Passage> Passages)
{
    public int End => Start + Text.Length;

    public IEnumerable<Passage> Beginning => Passages.Where(passage => passage.Start == Start);

    public IEnumerable<Passage> Ending => Passages.Where(passage => passage.End == End);
}

/// <summary>Cuts a text where passages begin and end, which may overlap and nest. Put together, the segments of a passage are its words, and all segments the text.</summary>
internal static class Highlights
{
    /// <summary>The same passages with their places in UTF-16 characters instead of code points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One lies beyond the text.</exception>
    public static IReadOnlyList<Passage> InUtf16(string text, IReadOnlyCollection<Passage> passages)
    {
        var places = new SortedDictionary<int, int>();
        foreach (var passage in passages)
        {
            (places[passage.Start], places[passage.End]) = (0, 0);
        }

        var (codePoints, characters) = (0, 0);
        foreach (var place in places.Keys.ToList())
        {
            for (; codePoints < place; codePoints++)
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(characters, text.Length, nameof(passages));
                characters += Rune.GetRuneAt(text, characters).Utf16SequenceLength;
            }

            places[place] = characters;
        }

        return [.. passages.Select(passage => passage with { Start = places[passage.Start], End = places[passage.End] })];
    }

    /// <param name="passages">Places in UTF-16 characters; none is empty.</param>
    /// <param name="cuts">Where else a segment has to end and the next to begin.</param>
    public static IReadOnlyList<Segment> Of(string text, IReadOnlyCollection<Passage> passages, IEnumerable<int> cuts)
    {
        var ends = new SortedSet<int>([.. passages.Select(passage => passage.Start), .. passages.Select(passage => passage.End), .. cuts, text.Length]);
        var coming = new Queue<Passage>(passages.OrderBy(passage => passage.Start).ThenBy(passage => passage.Claim).ThenBy(passage => passage.Number));
        var (segments, open, start) = (new List<Segment>(), new List<Passage>(), 0);
        foreach (var end in ends.Where(end => end > 0))
        {
            open.RemoveAll(passage => passage.End <= start);
            while (coming.TryPeek(out var next) && next.Start == start)
            {
                open.Add(coming.Dequeue());
            }

            segments.Add(new(start, text[start..end], [.. open]));
            start = end;
        }

        return segments;
    }
}
