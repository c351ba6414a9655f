using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>A stretch of the record as it is stored: as much as one checkpoint adds.</summary>
internal sealed record Page(IReadOnlyList<Encoded> Events, VersionFold Versions)
{
    public const int Largest = 1_000;

    public static Page Of(Encoder encoder, IReadOnlyList<Recorded> events)
    {
        var sources = events.Where(e => e.Source is not null).DistinctBy(e => e.Source!.Source).ToDictionary(e => e.Source!.Source, e => e.Source!);
        var fold = new VersionFold(source => sources[source]);
        foreach (var e in events)
        {
            if (e.Fact is IClaimFact fact)
            {
                fold.Add(e.Sequence, fact);
            }
        }

        return new([.. events.Select(encoder.Encode)], fold);
    }
}
