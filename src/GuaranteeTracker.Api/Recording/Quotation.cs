using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Recording;

/// <summary>The passages that a request quotes. They can be looked for before its turn comes.</summary>
internal sealed class Quotation
{
    private readonly IReadOnlyList<QuoteInput?> _quotes;

    private Quotation(string source, IReadOnlyList<QuoteInput?> quotes) => (Source, _quotes) = (source, quotes);

    /// <summary>The key of the source's stream.</summary>
    public string Source { get; }

    /// <summary>Null until they were looked for.</summary>
    public QuoteSearch? Search { get; private set; }

    /// <summary>Hash of the text in which they were; null where they were not.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>Null where there is nothing that could be looked for.</summary>
    public static Quotation? Of(ClaimInput? content) =>
        content?.Evidence?.Quotes is { Count: > 0 and <= EvidenceParser.MaxQuotes } quotes && Needs.SourceOf(content) is { } source ? new(Streams.Source(source), quotes) : null;

    /// <summary>At most about so many comparisons.</summary>
    public long CostIn(string text) => text.Length * (2L * _quotes.Count + 40L * Math.Min(_quotes.Count, QuoteSearch.MaxAbsent));

    public void Look(KnownText text, Effort effort) => (Search, Sha256) = (QuoteSearch.In(text.Text, _quotes, effort), text.Sha256);

    /// <summary>There was no time for it.</summary>
    public void Skip() => Search = QuoteSearch.Of(_quotes.Count);
}
