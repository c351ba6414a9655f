using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Claims;

/// <summary>The part of a text that comes nearest to a passage that is not in it. It helps a person to mend the quote and is never evidence.</summary>
/// <param name="Start">In code points, inclusive.</param>
/// <param name="End">In code points, exclusive.</param>
/// <param name="Difference">See <see cref="WordDiff"/>.</param>
/// <param name="OnlyIn">The ways in which they differ, if look-alikes are all there is to it; else empty.</param>
internal sealed record NearestPassage(int Start, int End, string Difference, IReadOnlyList<string> OnlyIn)
{
    private const int MaxMargin = 200;

    // Look-alikes can stretch without bound (a megabyte of spaces is like one): what is compared and shown may not.
    private const int MaxStretch = 4;

    /// <summary>Null when nothing is near.</summary>
    internal static NearestPassage? Find(string passage, string text, Effort effort)
    {
        var (like, within) = (Folded.Of(passage), Folded.Of(text));
        effort.Spend(passage.Length + text.Length);
        if (like.Text.Length == 0)
        {
            return null;
        }

        if (Occurrences.Of(like.Text, within.Text, effort) is { First: [var alike, ..] })
        {
            var (start, end) = within.InOriginal(alike, like.Text.Length);
            var shown = Clip(text, Math.Min(end, start + MaxStretch * (passage.Length + MaxMargin)));
            var near = Compare(passage, text, start, shown, 0, effort);
            return shown < end || near is null ? near : near with { OnlyIn = LookAlikes.Between(passage, text[start..end]) };
        }

        if (TrigramVotes.FindStart(like.Text, within.Text, effort) is not { } best)
        {
            return null;
        }

        var (from, to) = within.InOriginal(best, Math.Min(like.Text.Length, within.Text.Length - best));
        var margin = Math.Min(20 + passage.Length / 4, MaxMargin);
        to = Math.Min(to, from + MaxStretch * (passage.Length + MaxMargin));
        return Compare(passage, text, Clip(text, from - margin), Clip(text, to + margin), margin, effort);
    }

    /// <summary>The passage beside a range of the text, so many characters into which it is expected to begin.</summary>
    private static NearestPassage? Compare(string passage, string text, int from, int to, int expected, Effort effort)
    {
        var words = new WordSplitter();
        var found = words.Split(text[from..to]);
        var pairs = WordAlignment.Of(words.Split(passage), found, found.TakeWhile(word => word.End <= expected).Count(), effort);
        var matched = pairs.Where(pair => pair.Found is not null).Select(pair => pair.Found!.Value).ToList();
        return matched.Count == 0
            ? null
            : new(CodePoints(text, from + matched[0].Start), CodePoints(text, from + matched[^1].End), WordDiff.Of(pairs), []);
    }

    private static int CodePoints(string text, int end) => UnicodeText.CountCodePoints(text.AsSpan(0, end));

    /// <summary>The nearest index inside the text that splits no surrogate pair.</summary>
    private static int Clip(string text, int index)
    {
        var inside = Math.Clamp(index, 0, text.Length);
        return inside > 0 && inside < text.Length && char.IsLowSurrogate(text[inside]) ? inside - 1 : inside;
    }
}
