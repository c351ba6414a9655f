using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>A stretch of the record as it is stored: as much as one checkpoint adds.</summary>
/// <param name="Ended">Claims whose version ended here, after an earlier page added it.</param>
internal sealed record Page(IReadOnlyList<Encoded> Events, PageRows Rows, IReadOnlyDictionary<Guid, long> Ended)
{
    /// <summary>Events.</summary>
    public const int Largest = 1_000;

    /// <param name="rows">Without any yet.</param>
    public static Page Of(Encoder encoder, PageRows rows, IReadOnlyList<Recorded> recorded)
    {
        var sources = recorded.Where(e => e.Source is not null).DistinctBy(e => e.Source!.Source).ToDictionary(e => e.Source!.Source, e => e.Source!);
        var (fold, events) = (new VersionFold(source => sources[source]), new List<Encoded>(recorded.Count));
        foreach (var e in recorded)
        {
            events.Add(encoder.Encode(e));
            rows.Add(events[^1]);
            if (e.Fact is IClaimFact fact)
            {
                fold.Add(e.Sequence, fact);
            }
        }

        foreach (var version in fold.Added)
        {
            rows.Add(version);
        }

        return new(events, rows, fold.Ended);
    }
}
