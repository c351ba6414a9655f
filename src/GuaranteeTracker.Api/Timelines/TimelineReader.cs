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
    public async Task<object> ReadNewestAsync(SpokenPeriod period, Selection shown, KnownRecord record, CancellationToken cancellation)
    {
        var encounters = EncountersIn(record.Catalogue, record.K, shown, period.Has).Select(encounter => encounter.At);
        var newest = LastSpoken.Between(
            await record.TimelinesAsync(shown), record.K, shown, period.First ?? DateTime.MinValue, period.Last ?? DateTime.MaxValue, encounters, MostNewest);
        return await ReadAsync(newest is { Count: > MostItems / 2, Since: { } since } ? period.Begin(since) : period, shown, record, cancellation);
    }

    /// <summary>Encounters alone.</summary>
    /// <returns>As <see cref="ReadAsync"/>.</returns>
    public static object ReadEncounters(SpokenPeriod period, Selection shown, KnownRecord record)
    {
        var encounters = EncountersIn(record.Catalogue, record.K, shown, period.Has)
            .OrderBy(encounter => encounter.At).ThenBy(encounter => encounter.Id).ToList();
        return encounters.Count > MostItems ? TooMany : new TimelineAnswer(period.First, period.Last, record.Known, encounters);
    }

    /// <returns>A <see cref="TimelineAnswer"/>, or why there is none.</returns>
    public async Task<object> ReadAsync(SpokenPeriod period, Selection shown, KnownRecord record, CancellationToken cancellation)
    {
        var (claims, others) = (new List<LiveClaim>(), new List<TimelineItem>());
        foreach (var timeline in await record.TimelinesAsync(shown))
        {
            foreach (var cell in CellHistory.All(timeline, record.Catalogue.Mandates, record.K).Where(cell => shown.Actor(cell.Actor)))
            {
                claims.AddRange(cell.Claims.Where(claim => period.Has(claim.Effective)));
                var byId = cell.Claims.ToDictionary(claim => claim.Id);
                others.AddRange(cell.Shifts.Where(shift => period.Has(byId[shift.Claim].Effective)).Select(shift => TimelineShift.Of(shift, cell, byId[shift.Claim])));
            }

            if (claims.Count + others.Count > MostItems)
            {
                return TooMany;
            }
        }

        others.AddRange(EncountersIn(record.Catalogue, record.K, shown, period.Has));
        if (claims.Count + others.Count > MostItems)
        {
            return TooMany;
        }

        var words = await contents.ReadAsync(claims.Select(claim => claim.Content), cancellation);
        var items = claims.Select(claim => TimelineClaim.Of(claim, words(claim.Content))).Concat(others);
        return new TimelineAnswer(period.First, period.Last, record.Known, [.. items.OrderBy(item => item.At).ThenBy(KindOf).ThenBy(item => item.Id)]);
    }

    /// <param name="known">K.</param>
    /// <param name="isBetween">Whether an instant is to be shown.</param>
    public static IEnumerable<TimelineEncounter> EncountersIn(Catalogue catalogue, long known, Selection shown, Func<DateTime, bool> isBetween) =>
        from encounter in catalogue.Encounters.AllAt(known)
        where shown.Actors.Count == 0 || encounter.State.Content.Present.Any(shown.Actor)
        where isBetween(encounter.State.Content.Date.Latest)
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
