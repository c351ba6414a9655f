using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>Gathers what lies between two instants.</summary>
internal sealed class TimelineReader(Contents contents)
{
    /// <summary>More than this is not answered at once.</summary>
    public const int MostItems = 2_000;

    /// <summary>Claims and encounters of a feed that does not hold everything; shifts and deleted entries come on top.</summary>
    private const int MostNewest = 500;

    public static Problem TooMany { get; } = new(
        422, "too-many-items", $"There is more on this timeline than can be answered at once; narrow it with from=, to=, topic= or actor= to at most {MostItems} items.");

    /// <summary>As <see cref="ReadAsync"/>, but where there is more than can be answered at once, the newest of it: a feed goes on however long the record is.</summary>
    /// <returns>A <see cref="TimelineAnswer"/> that tells from when on it has everything, or why there is none.</returns>
    public async Task<object> ReadNewestAsync(Reach reach, Selection shown, KnownRecord record, CancellationToken cancellation)
    {
        var (begin, end) = (reach.First ?? DateTime.MinValue, reach.Last ?? DateTime.MaxValue);
        var encounters = EncountersIn(record.Catalogue, record.K, shown, reach).Select(encounter => encounter.At);
        var newest = LastSpoken.Between(await record.TimelinesAsync(shown), record.K, shown, begin, end, encounters, MostNewest);
        return await ReadAsync(newest.Count > MostItems / 2 ? reach with { First = newest.Since } : reach, shown, record, cancellation);
    }

    /// <summary>Encounters alone.</summary>
    /// <returns>As <see cref="ReadAsync"/>.</returns>
    public static object ReadEncounters(Reach reach, Selection shown, KnownRecord record)
    {
        var encounters = EncountersIn(record.Catalogue, record.K, shown, reach)
            .OrderBy(encounter => encounter.At).ThenBy(encounter => encounter.Id).ToList();
        return encounters.Count > MostItems ? TooMany : new TimelineAnswer(reach.First, reach.Last, record.Known, encounters);
    }

    /// <returns>A <see cref="TimelineAnswer"/>, or why there is none.</returns>
    public async Task<object> ReadAsync(Reach reach, Selection shown, KnownRecord record, CancellationToken cancellation)
    {
        var (claims, others) = (new List<LiveClaim>(), new List<TimelineItem>());
        foreach (var timeline in await record.TimelinesAsync(shown))
        {
            foreach (var cell in CellHistory.All(timeline, record.Catalogue.Mandates, record.K).Where(cell => shown.Actor(cell.Actor)))
            {
                claims.AddRange(cell.Claims.Where(claim => reach.Has(claim.Effective)));
                var byId = cell.Claims.ToDictionary(claim => claim.Id);
                others.AddRange(cell.Shifts.Where(shift => reach.Has(byId[shift.Claim].Effective)).Select(shift => TimelineShift.Of(shift, cell, byId[shift.Claim])));
            }

            if (claims.Count + others.Count > MostItems)
            {
                return TooMany;
            }
        }

        others.AddRange(EncountersIn(record.Catalogue, record.K, shown, reach));
        if (claims.Count + others.Count > MostItems)
        {
            return TooMany;
        }

        var words = await contents.ReadAsync(claims.Select(claim => claim.Content), cancellation);
        var items = claims.Select(claim => TimelineClaim.Of(claim, words(claim.Content))).Concat(others);
        return new TimelineAnswer(reach.First, reach.Last, record.Known, [.. items.OrderBy(item => item.At).ThenBy(KindOf).ThenBy(item => item.Id)]);
    }

    /// <param name="known">K.</param>
    public static IEnumerable<TimelineEncounter> EncountersIn(Catalogue catalogue, long known, Selection shown, Reach reach) =>
        from encounter in catalogue.Encounters.AllAt(known)
        where shown.Actors.Count == 0 || encounter.State.Content.Present.Any(shown.Actor)
        where reach.Has(encounter.State.Content.Date.Latest)
        select TimelineEncounter.Of(encounter);

    /// <summary>In the order of the kinds' words.</summary>
    private static int KindOf(TimelineItem item) => item switch
    {
        TimelineClaim => 0,
        TimelineEncounter => 1,
        TimelineShift => 2,
        _ => throw new NotSupportedException($"{item.GetType().Name} has no place on a timeline."),
    };
}
