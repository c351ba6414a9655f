using GuaranteeTracker.Api.Recording.Checkpoints;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>How many claims fit a filter, by each value of what they can be filtered by.</summary>
/// <param name="AsOf">D, where the address has one.</param>
/// <param name="Known">The K that all is counted at.</param>
/// <param name="Count">Claims that fit.</param>
/// <param name="Month">By the month (UTC) in which they begin to count: 2025-08.</param>
/// <param name="Status">A claim can be of several, so these may add up to more.</param>
internal sealed record ClaimFacetsAnswer(
    DateTime? AsOf, Known Known, long Count, Facet Actor, Facet Speaker, Facet ReportedBy, Facet Topic, Facet Stance, Facet Act, Facet Voice, Facet Source, Facet Publisher, Facet Month, Facet Status);

/// <param name="Values">The most frequent ones first, at most 100; of equal ones in the order of the values themselves.</param>
/// <param name="More">How many further values there are.</param>
internal sealed record Facet(IReadOnlyList<FacetValue> Values, int More)
{
    private const int Most = 100;

    public static Facet Of(IEnumerable<FacetValue> values)
    {
        var all = values.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal).ToList();
        return new([.. all.Take(Most)], Math.Max(0, all.Count - Most));
    }
}

/// <param name="Value">As a filter takes it.</param>
/// <param name="Label">What it is called, as known at K; null where it says so itself.</param>
internal sealed record FacetValue(string Value, string? Label, long Count);
