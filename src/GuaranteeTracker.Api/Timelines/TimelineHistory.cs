using GuaranteeTracker.Api.Mementos;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>How a timeline went through the record. Two are compared cell by cell, only those that something was recorded about.</summary>
internal sealed class TimelineHistory : IAnswerHistory
{
    private readonly KnownRecord _record;
    private readonly Contents _contents;
    private readonly Reach _reach;
    private readonly Selection _shown;
    private readonly Dictionary<string, TopicTimeline> _timelines;

    private TimelineHistory(KnownRecord record, Contents contents, Reach reach, Selection shown, IReadOnlyList<TopicTimeline> timelines) =>
        (_record, _contents, _reach, _shown, _timelines) = (record, contents, reach, shown, timelines.ToDictionary(timeline => timeline.Topic, StringComparer.Ordinal));

    /// <param name="record">At a checkpoint.</param>
    public static async Task<IAnswerHistory> ReadAsync(KnownRecord record, Contents contents, Reach reach, Selection shown) =>
        new TimelineHistory(record, contents, reach, shown, await record.TimelinesAsync(shown));

    public void Collect(Stretch period, ICollection<Touch> into)
    {
        foreach (var timeline in _timelines.Values)
        {
            Touch.CollectClaims(timeline, DateTime.MaxValue, _shown.Actor, period, into); // a shift within from and to may depend on a claim without
        }

        Touch.CollectMandates(_timelines.Values, _record.Catalogue.Mandates, period, into);
        foreach (var encounter in _record.Catalogue.Encounters.Recorded.Where(period.Holds))
        {
            into.Add(new(encounter, null, null));
        }
    }

    public async Task<Comparison> CompareAsync(long before, long after, IReadOnlyCollection<Touch> touches, CancellationToken cancellation)
    {
        if (touches.Any(touch => touch.Topic is null) && !EncountersAt(before).SequenceEqual(EncountersAt(after)))
        {
            return new(true, 0);
        }

        var (cells, corrected) = (0, new List<(LiveClaim Then, LiveClaim Now)>());
        foreach (var topic in touches.Where(touch => touch.Topic is not null).GroupBy(touch => touch.Topic!, StringComparer.Ordinal))
        {
            var actors = topic.Select(touch => touch.Actor).ToHashSet();
            var (then, now) = (ItemsAt(before, _timelines[topic.Key], actors), ItemsAt(after, _timelines[topic.Key], actors));
            cells += actors.Contains(null) ? _timelines[topic.Key].Actors : actors.Count;
            if (!then.Shifts.SequenceEqual(now.Shifts) || !then.Claims.Select(Outline).SequenceEqual(now.Claims.Select(Outline)))
            {
                return new(true, cells);
            }

            corrected.AddRange(then.Claims.Zip(now.Claims).Where(claim => claim.First.Content != claim.Second.Content));
        }

        // The same claims: some may have been corrected in words.
        var words = await _contents.ReadAsync(corrected.SelectMany(claim => new[] { claim.Then.Content, claim.Now.Content }), cancellation);
        return new(corrected.Exists(claim => Shown(claim.Then) != Shown(claim.Now)), cells);

        TimelineClaim Shown(LiveClaim claim) => TimelineClaim.Of(claim, words(claim.Content)) with { Recorded = 0 };
        static (Guid, DateTime, bool, bool) Outline(LiveClaim claim) => (claim.Id, claim.Effective, claim.IsDisputed, claim.OutsideMandate);
    }

    private IEnumerable<TimelineEncounter> EncountersAt(long known) =>
        TimelineReader.EncountersIn(_record.Catalogue, known, _shown, _reach).Select(encounter => encounter with { Recorded = 0, Version = 0 }).OrderBy(encounter => encounter.Id);

    /// <summary>What some of a topic's cells show at K: each claim once, by id. Since when it is known so is not shown.</summary>
    /// <param name="actors">Those of the cells; with null among them all are meant.</param>
    private (List<LiveClaim> Claims, List<TimelineShift> Shifts) ItemsAt(long known, TopicTimeline timeline, HashSet<string?> actors)
    {
        var mandates = _record.Catalogue.Mandates;
        var cells = actors.Contains(null)
            ? CellHistory.All(timeline, mandates, known).Where(cell => _shown.Actor(cell.Actor))
            : actors.Select(actor => CellHistory.Of(timeline, mandates, actor!, known));
        var (claims, shifts) = (new List<LiveClaim>(), new List<TimelineShift>());
        foreach (var cell in cells)
        {
            var byId = cell.Claims.ToDictionary(claim => claim.Id);
            claims.AddRange(cell.Claims.Where(claim => _reach.Has(claim.Effective)));
            shifts.AddRange(
                from shift in cell.Shifts
                let bringer = byId[shift.Claim]
                where _reach.Has(bringer.Effective)
                select TimelineShift.Of(shift, cell, bringer) with { Recorded = 0 });
        }

        return ([.. claims.OrderBy(claim => claim.Id)], [.. shifts.OrderBy(shift => shift.Id)]);
    }
}
