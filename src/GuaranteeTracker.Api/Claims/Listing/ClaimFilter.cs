using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>Which claims, and in what order. Of each list one has to fit, where there are any; all lists have to.</summary>
/// <param name="Stated">From when to when a claim begins to count: where its effective instant lies.</param>
/// <param name="Recorded">When it was first put on record, by the label <c>recordedAt</c>.</param>
/// <param name="AsOf">D: only what counts by then; null: all.</param>
/// <param name="Search">A search as <c>websearch_to_tsquery</c> takes it; null: any words.</param>
internal sealed record ClaimFilter(
    IReadOnlyList<string> Actors, IReadOnlyList<string> Speakers, IReadOnlyList<string> Reporters, IReadOnlyList<string> Topics, IReadOnlyList<string> Publishers,
    IReadOnlyList<Guid> Sources, IReadOnlyList<Stance> Stances, IReadOnlyList<Act> Acts, IReadOnlyList<Voice> Voices, IReadOnlyList<ClaimStatus> Statuses,
    Reach Stated, Reach Recorded, DateTime? AsOf, string? Search, ClaimSort Sort)
{
    /// <summary>Only live first-hand claims that are for or against. No address asks for it: some formats hold nothing else.</summary>
    public bool TakesSides { get; init; }

    /// <summary>As an address has it, in one spelling: equal filters are written alike.</summary>
    public string Write() => Links.To("", Fields()).TrimStart('?');

    /// <summary>The same, as <see cref="Links"/> takes it.</summary>
    public IEnumerable<(string Name, string? Value)> Fields() =>
    [
        .. Each(ClaimParameters.Actor, Actors), .. Each(ClaimParameters.Speaker, Speakers), .. Each(ClaimParameters.ReportedBy, Reporters),
        .. Each(ClaimParameters.Topic, Topics),
        .. Each(ClaimParameters.Stance, Stances.Select(EnumWords.Of)), .. Each(ClaimParameters.Act, Acts.Select(EnumWords.Of)), .. Each(ClaimParameters.Voice, Voices.Select(EnumWords.Of)),
        .. Each(ClaimParameters.Source, Sources.Select(source => source.ToString())), .. Each(ClaimParameters.Publisher, Publishers),
        .. Each(ClaimParameters.Status, Statuses.Select(EnumWords.Of)),
        (ClaimParameters.StatedFrom, Instant(Stated.First)), (ClaimParameters.StatedTo, Instant(Stated.Last)),
        (ClaimParameters.RecordedFrom, Instant(Recorded.First)), (ClaimParameters.RecordedTo, Instant(Recorded.Last)),
        (ClaimParameters.AsOf, Instant(AsOf)), (ClaimParameters.Search, Search), (ClaimParameters.Sort, Sort == ClaimSort.Stated ? null : Sort.Name),
    ];

    private static IEnumerable<(string Name, string? Value)> Each(string name, IEnumerable<string> values) => values.Select(value => (name, (string?)value));

    private static string? Instant(DateTime? at) => at is { } instant ? Iso.Instant(instant) : null;
}
