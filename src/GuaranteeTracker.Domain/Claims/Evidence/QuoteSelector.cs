namespace GuaranteeTracker.Domain.Claims;

/// <summary>A passage as somebody asks for it: a W3C TextQuoteSelector, nothing checked.</summary>
/// <param name="Exact">The words; where they occur more than once, prefix and suffix must single them out.</param>
/// <param name="Prefix">The text immediately before, spaces included; empty as good as absent.</param>
/// <param name="Suffix">The text immediately after, likewise.</param>
public sealed record QuoteSelector(string? Exact, string? Prefix = null, string? Suffix = null)
{
    /// <summary>Of each part, in code points of the normalised form.</summary>
    public const int MaxCodePoints = 4_000;
}
