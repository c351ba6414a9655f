using System.Globalization;
using System.Text;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Claims;

using static QuoteResolution;

/// <summary>Says why a passage is not evidence, so that the reader can mend it without opening the source.</summary>
internal static class QuoteRefusals
{
    private const int ExactBudget = 120;
    private const int ContextBudget = 40;

    internal static Refused NotFound(string exact, NearestPassage? nearest)
    {
        var because = $"The source does not contain “{Excerpt.Ends(exact, ExactBudget)}”";
        return new(Refused.NotFound, nearest switch
        {
            null => $"{because}, and nothing in it comes near: quote the source's own words, or check that this is the source.",
            _ => string.Create(CultureInfo.InvariantCulture,
                $"{because}. Nearest passage, at {nearest.Start}–{nearest.End}: “{nearest.Difference}” ({WordDiff.Legend}).{Only(nearest.OnlyIn)}"),
        });
    }

    internal static Refused Ambiguous(string text, QuoteSelector selector, Occurrences whole)
    {
        var context = selector is { Prefix: null, Suffix: null } ? "" : " in that context";
        return new(Refused.Ambiguous,
            $"The source contains “{Excerpt.Ends(selector.Exact, ExactBudget)}”{context} {Times(whole.Count)}: {Places(text, selector, whole, selector.Prefix?.Length ?? 0)}. "
            + "Single one out with a prefix (the text immediately before it, spaces included) or a suffix (immediately after).");
    }

    internal static Refused ContextMismatch(string text, QuoteSelector selector, Occurrences exact, Effort effort)
    {
        var (words, prefix, suffix) = selector;
        var after = $"right after “{Excerpt.Tail(prefix, ContextBudget)}”";
        var before = $"right before “{Excerpt.Head(suffix, ContextBudget)}”";
        var prefixFits = prefix is null || Occurrences.Of(prefix + words, text, effort).Count > 0;
        var suffixFits = suffix is null || Occurrences.Of(words + suffix, text, effort).Count > 0;
        var never = (prefixFits, suffixFits) switch
        {
            (false, true) => $"never {after}",
            (true, false) => $"never {before}",
            (false, false) => $"neither {after} nor {before}",
            _ => $"never both {after} and {before}",
        };
        return new(Refused.ContextMismatch,
            $"The source contains “{Excerpt.Ends(words, ExactBudget)}” {Times(exact.Count)}, but {never}: {Places(text, selector, exact, 0)}. "
            + "A prefix ends where the quote begins and a suffix begins where it ends, spaces included.");
    }

    private static string Times(int count) => count switch
    {
        1 => "once",
        >= Occurrences.Cap => $"at least {Occurrences.Cap} times",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} times"),
    };

    /// <summary>The exact words where they stand, so many characters into each occurrence.</summary>
    private static string Places(string text, QuoteSelector selector, Occurrences occurrences, int skip)
    {
        var places = new StringBuilder();
        foreach (var (start, end) in occurrences.First.Select(first => (first + skip, first + skip + selector.Exact!.Length)))
        {
            var position = UnicodeText.CountCodePoints(text.AsSpan(0, start));
            places.Append(CultureInfo.InvariantCulture, $"{(places.Length == 0 ? "" : ", ")}at {position}–{position + UnicodeText.CountCodePoints(selector.Exact)}")
                .Append(CultureInfo.InvariantCulture, $" “{Excerpt.Tail(text.AsSpan(0, start), ContextBudget)}[{Excerpt.Ends(selector.Exact, ContextBudget)}]")
                .Append(CultureInfo.InvariantCulture, $"{Excerpt.Head(text.AsSpan(end), ContextBudget)}”");
        }

        var more = occurrences.Count - occurrences.First.Count;
        return more == 0 ? places.ToString() : places.Append(", and elsewhere").ToString();
    }

    private static string Only(IReadOnlyList<string> ways) => ways switch
    {
        [] => " Quote the source's own words.",
        [var way] => $" They differ only in {way}: quote the source's own.",
        _ => $" They differ only in {string.Join(", ", ways.SkipLast(1))} and {ways[^1]}: quote the source's own.",
    };
}
