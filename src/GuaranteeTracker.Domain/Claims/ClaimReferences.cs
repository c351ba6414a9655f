using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Domain.Claims;

/// <summary>What the record holds of the things a claim refers to.</summary>
/// <param name="Actors">Those of the actors named by the request that are on record.</param>
/// <param name="Topics">Those of the topics named by the request that are on record.</param>
/// <param name="Source">The source named as evidence; null when not on record.</param>
/// <param name="Text">That source's normalised text; null when it was taken down.</param>
public sealed record ClaimReferences(IReadOnlySet<string> Actors, IReadOnlySet<string> Topics, Source? Source, string? Text)
{
    /// <summary>What came of looking for the claim's passages in that text; null: that is still to be done.</summary>
    public QuoteSearch? Search { get; init; }

    /// <summary>What that may take, together with others; null: as much as it takes.</summary>
    public Effort? Effort { get; init; }
}
