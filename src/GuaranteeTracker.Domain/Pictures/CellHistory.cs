using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>One cell over all of D, as known at one K.</summary>
/// <param name="Claims">Its live claims, by effective instant, then id.</param>
/// <param name="Shifts">In the order of rule 5.</param>
public sealed record CellHistory(string Actor, string Topic, ValueList<LiveClaim> Claims, ValueList<Shift> Shifts, ValueList<Contradiction> Contradictions)
{
    /// <param name="timeline">At K or later.</param>
    /// <param name="known">K.</param>
    public static CellHistory Of(TopicTimeline timeline, Mandates mandates, string actor, long known)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        using var scan = new TopicScan(timeline, mandates, new(DateTime.MaxValue, known));
        return timeline.FindCell(actor) is >= 0 and var cell ? Of(scan.Read(cell, counts: false)) : new(actor, timeline.Topic, [], [], []);
    }

    /// <summary>Of every actor with a live claim at K, in ordinal order.</summary>
    public static IEnumerable<CellHistory> All(TopicTimeline timeline, Mandates mandates, long known)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        using var scan = new TopicScan(timeline, mandates, new(DateTime.MaxValue, known));
        for (var i = 0; i < timeline.Actors; i++)
        {
            if (Of(scan.Read(i, counts: false)) is { Claims.Count: > 0 } history)
            {
                yield return history;
            }
        }
    }

    /// <summary>As <see cref="All"/>, but only of cells with a claim effective between two instants (UTC), both inclusive. The histories themselves are whole.</summary>
    public static IEnumerable<CellHistory> Between(TopicTimeline timeline, Mandates mandates, long known, Selection shown, DateTime from, DateTime to)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(shown);
        using var scan = new TopicScan(timeline, mandates, new(DateTime.MaxValue, known));
        for (var i = 0; i < timeline.Actors; i++)
        {
            var (place, end) = timeline.PlacesBetween(i, from.Ticks, to.Ticks);
            while (place < end && !timeline.HoldsAt(place, known))
            {
                place++;
            }

            if (place < end && shown.Actor(timeline.Cells[i].Actor))
            {
                yield return Of(scan.Read(i, counts: false));
            }
        }
    }

    /// <param name="knowledge">What the record held at K.</param>
    public static CellHistory Of(Knowledge knowledge, string actor, string topic)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        var timeline = knowledge.Timelines().SingleOrDefault(timeline => timeline.Topic == topic) ?? TopicTimeline.Empty(topic);
        return Of(timeline, knowledge.Mandates(), actor, Knowledge.Now);
    }

    private static CellHistory Of(in LiveCell cell)
    {
        if (cell.Count == 0)
        {
            return new(cell.Actor, cell.Timeline.Topic, [], [], []);
        }

        var claims = new LiveClaim[cell.Count];
        for (var i = 0; i < claims.Length; i++)
        {
            claims[i] = LiveClaim.In(cell, i);
        }

        var (standing, letters) = cell.FindStanding();
        return new(
            cell.Actor, cell.Timeline.Topic,
            [.. claims.OrderBy(claim => claim.Effective).ThenBy(claim => claim.Id)],
            Shift.In(cell, standing, letters),
            ContradictionsIn.Find(cell, standing));
    }
}
