using System.Globalization;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Claims;

using static QuoteResolution;

/// <summary>Brings the parts of a selector into normalised form, or finds what is wrong with them.</summary>
internal sealed class SelectorReader
{
    // Normalising never shrinks a text this much, so longer parts need no look.
    private const int MaxLengthAsSent = 16 * QuoteSelector.MaxCodePoints;

    private Refused? _unfit;

    internal static Refused? Read(QuoteSelector sent, out QuoteSelector normalised)
    {
        var reader = new SelectorReader();
        normalised = new(
            reader.Part(sent.Exact, "exact", Refused.NotFound),
            reader.Part(sent.Prefix, "prefix", Refused.ContextMismatch),
            reader.Part(sent.Suffix, "suffix", Refused.ContextMismatch));
        return string.IsNullOrWhiteSpace(sent.Exact)
            ? new(Refused.Empty, "The quote is empty: send in `exact` the words of the source that carry the claim.")
            : reader._unfit;
    }

    /// <summary>One part, normalised; what no source's text can hold is refused under the code given.</summary>
    private string? Part(string? sent, string name, string otherwise)
    {
        if (string.IsNullOrEmpty(sent) || _unfit is not null)
        {
            return null;
        }

        if (sent.Length > MaxLengthAsSent)
        {
            _unfit = TooLong(name, $"more than {QuoteSelector.MaxCodePoints}");
            return null;
        }

        if (UnicodeText.FindFault(sent) is { } fault)
        {
            _unfit = new(otherwise, $"`{name}` holds {fault}; the text of a source never does: send the words as they stand there.");
            return null;
        }

        var normalised = UnicodeText.Normalise(sent);
        var length = UnicodeText.CountCodePoints(normalised);
        _unfit = length > QuoteSelector.MaxCodePoints ? TooLong(name, length.ToString(CultureInfo.InvariantCulture)) : null;
        return normalised;
    }

    private static Refused TooLong(string name, string length) => new(Refused.TooLong,
        $"`{name}` has {length} code points, at most {QuoteSelector.MaxCodePoints} are taken: "
        + (name == "exact" ? "send the words that carry the claim, as several quotes if they stand apart." : "send no more of it than singles the words out."));
}
