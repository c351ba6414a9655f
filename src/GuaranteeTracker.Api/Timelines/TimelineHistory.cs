using GuaranteeTracker.Api.Mementos;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>How a timeline went through the record. Two are compared cell by cell, only those that something was recorded about.</summary>
internal sealed class TimelineHistory : IAnswerHistory
{
    private readonly KnownRecord _record;
    private readonly Contents _contents;
    private readonly DateTime? _from, _to;
    private readonly Selection _shown;
    private readonly Dictionary<string, TopicTimeline> _timelines;

    private TimelineHistory(KnownRecord record, Contents contents, DateTime? from, DateTime? to, Selection shown, IReadOnlyList<TopicTimeline> timelines) =>
        (_record, _contents, _from, _to, _shown, _timelines) = (record, contents, from, to, shown, timelines.ToDictionary(timeline => timeline.Topic, StringComparer.Ordinal));

    /// <param name="record">At a checkpoint.</param>
    public static async Task<IAnswerHistory> ReadAsync(KnownRecord record, Contents contents, DateTime? from, DateTime? to, Selection shown) =>
        new TimelineHistory(record, contents, from, to, shown, await record.TimelinesAsync(shown));

    public void Collect(Stretch period, ICollection<Touch> into)
    {
        foreach (var timeline in _timelines.Values)
        {
            Touch.CollectClaims(timeline, DateTime.MaxValue, _shown.Actor, period, into); // a shift within from and to may depend on a claim without
            Touch.CollectMandates(timeline, _record.Catalogue.Mandates, period, into);
        }

        foreach (var encounter in _record.Catalogue.Encounters.Recorded.Where(period.Holds))
        {
            into.Add(new(encounter, null, null));
        }
    }

    public async Task<bool> DiffersAsync(long before, long after, IReadOnlyCollection<Touch> touches, CancellationToken cancellation)
    {
        if (touches.Any(touch => touch.Topic is null) && !EncountersAt(before).SequenceEqual(EncountersAt(after)))
        {
            return true;
        }

        var touched = touches.Where(touch => touch.Topic is not null).Distinct().ToList();
        var (then, now) = (ItemsAt(before, touched), ItemsAt(after, touched));
        if (!then.Shifts.SequenceEqual(now.Shifts) || !then.Claims.Select(Outline).SequenceEqual(now.Claims.Select(Outline)))
        {
            return true;
        }

        // The same claims: some may have been corrected in words.
        var corrected = then.Claims.Zip(now.Claims).Where(claim => claim.First.Content != claim.Second.Content).ToList();
        var words = await _contents.ReadAsync(corrected.SelectMany(claim => new[] { claim.First.Content, claim.Second.Content }), cancellation);
        return corrected.Exists(claim => TimelineClaim.Of(claim.First, words(claim.First.Content)) != TimelineClaim.Of(claim.Second, words(claim.Second.Content)));

        static (Guid, DateTime, bool, bool) Outline(LiveClaim claim) => (claim.Id, claim.Effective, claim.IsDisputed, claim.OutsideMandate);
    }

    private bool IsBetween(DateTime at) => (_from is null || _from <= at) && (_to is null || at <= _to);

    private IEnumerable<TimelineEncounter> EncountersAt(long known) =>
        TimelineReader.EncountersIn(_record.Catalogue, known, _shown, IsBetween).OrderBy(encounter => encounter.Id);

    /// <summary>What the cells touched show at K, each claim once, by id.</summary>
    private (List<LiveClaim> Claims, List<TimelineShift> Shifts) ItemsAt(long known, IEnumerable<Touch> touched)
    {
        var (claims, shifts) = (new List<LiveClaim>(), new List<TimelineShift>());
        foreach (var cell in touched.GroupBy(touch => touch.Topic!, StringComparer.Ordinal).SelectMany(topic => CellsAt(known, _timelines[topic.Key], topic)))
        {
            var instants = cell.Claims.ToDictionary(claim => claim.Id, claim => claim.Effective);
            claims.AddRange(cell.Claims.Where(claim => IsBetween(claim.Effective)));
            shifts.AddRange(cell.Shifts.Where(shift => IsBetween(instants[shift.Claim])).Select(shift => TimelineShift.Of(shift, cell, instants[shift.Claim])));
        }

        return ([.. claims.OrderBy(claim => claim.Id)], [.. shifts.OrderBy(shift => shift.Id)]);
    }

    private IEnumerable<CellHistory> CellsAt(long known, TopicTimeline timeline, IEnumerable<Touch> touched)
    {
        var actors = touched.Select(touch => touch.Actor).Distinct().ToList();
        return actors.Contains(null)
            ? CellHistory.All(timeline, _record.Catalogue.Mandates, known).Where(cell => _shown.Actor(cell.Actor))
            : actors.Select(actor => CellHistory.Of(timeline, _record.Catalogue.Mandates, actor!, known));
    }
}
