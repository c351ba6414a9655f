using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>The words of a passage, with as much of what is around them as singles this occurrence out.</summary>
internal static class Selector
{
    private const int First = 32;

    /// <param name="text">In the form that is kept.</param>
    /// <returns>Why the words cannot be quoted; null where they can.</returns>
    public static string? Make(string text, Range passage, out QuoteSelector selector)
    {
        var (start, length) = passage.GetOffsetAndLength(text.Length);
        selector = new(text.Substring(start, length));
        for (var around = 0; ; around = Math.Min(Math.Max(First, 2 * around), QuoteSelector.MaxCodePoints))
        {
            var from = Outside(text, Math.Max(0, start - around), -1);
            var to = Outside(text, Math.Min(text.Length, start + length + around), 1);
            if (IsOnly(text, from, to) || around == QuoteSelector.MaxCodePoints)
            {
                selector = selector with { Prefix = OrNull(text[from..start]), Suffix = OrNull(text[(start + length)..to]) };
                break;
            }
        }

        return QuoteResolver.Resolve(text, selector) is QuoteResolution.Refused refused ? refused.Because : null;
    }

    private static bool IsOnly(string text, int from, int to)
    {
        var words = text.AsSpan(from, to - from);
        return text.AsSpan().IndexOf(words) == from && text.AsSpan(from + 1).IndexOf(words) < 0;
    }

    /// <summary>Not between the two halves of a character.</summary>
    private static int Outside(string text, int position, int direction) =>
        position > 0 && position < text.Length && char.IsLowSurrogate(text[position]) ? position + direction : position;

    private static string? OrNull(string words) => words.Length == 0 ? null : words;
}
