using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Claims;

using static QuoteResolution;

/// <summary>
/// Finds a passage in a source, exactly: ordinal, in normalised form, never by likeness. What is merely similar appears in the refusal alone.
/// The work is bounded for any input: at most 40 comparisons per UTF-16 character of text and selector, and 2.1 million more for the words of the
/// nearest passage (<see cref="Occurrences"/>, <see cref="TrigramVotes"/> and <see cref="WordAlignment"/> say why).
/// </summary>
public static class QuoteResolver
{
    /// <param name="normalisedText">A source's text as stored, see <see cref="SourceText"/>.</param>
    /// <param name="selector">As sent; normalised here in the same way.</param>
    public static QuoteResolution Resolve(string normalisedText, QuoteSelector selector) => Resolve(normalisedText, selector, new Effort());

    internal static QuoteResolution Resolve(string text, QuoteSelector sent, Effort effort)
    {
        if (SelectorReader.Read(sent, out var selector) is { } unfit)
        {
            return unfit;
        }

        var (exact, prefix, suffix) = selector;
        var whole = Occurrences.Of(prefix + exact + suffix, text, effort);
        if (whole.Count > 1)
        {
            return QuoteRefusals.Ambiguous(text, selector, whole);
        }

        if (whole.Count == 1)
        {
            var start = UnicodeText.CountCodePoints(text.AsSpan(0, whole.First[0] + (prefix?.Length ?? 0)));
            return new Found(new Quote(exact!, prefix, suffix, start, start + UnicodeText.CountCodePoints(exact)));
        }

        var alone = prefix is null && suffix is null ? whole : Occurrences.Of(exact!, text, effort);
        return alone.Count > 0
            ? QuoteRefusals.ContextMismatch(text, selector, alone, effort)
            : QuoteRefusals.NotFound(exact!, NearestPassage.Find(exact!, text, effort));
    }
}
