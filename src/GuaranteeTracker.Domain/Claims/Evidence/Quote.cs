namespace GuaranteeTracker.Domain.Claims;

/// <summary>A passage of a source: a W3C TextQuoteSelector with the TextPositionSelector it resolved to.</summary>
/// <param name="Exact">The words as they stand in the source, 1 to 4,000 code points.</param>
/// <param name="Prefix">The text immediately before, as the analyst gave it; null: none was given.</param>
/// <param name="Suffix">The text immediately after, likewise.</param>
/// <param name="Start">The first code point of <paramref name="Exact"/> in the source's text, counted from 0.</param>
/// <param name="End">The first code point after it.</param>
public sealed record Quote(string Exact, string? Prefix, string? Suffix, int Start, int End);
