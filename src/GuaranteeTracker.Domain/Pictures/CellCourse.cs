using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>What stood in a cell at every D, as known at one K.</summary>
/// <param name="Claims">Its live claims, by effective instant, then in the order of rule 4, letters d to h.</param>
/// <param name="Spells">One after the other, without a gap; the last one has no end.</param>
public sealed record CellCourse(string Actor, string Topic, ValueList<CourseClaim> Claims, ValueList<Spell> Spells)
{
    /// <param name="timeline">At K or later.</param>
    /// <param name="known">K.</param>
    /// <returns>Null where the actor has no live claim at K.</returns>
    public static CellCourse? Of(TopicTimeline timeline, Mandates mandates, string actor, long known)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        if (timeline.FindCell(actor) is not (>= 0 and var cell))
        {
            return null;
        }

        using var scan = new TopicScan(timeline, mandates, new(DateTime.MaxValue, known));
        return Of(scan.Read(cell, counts: false));
    }

    /// <summary>Of every actor with a live claim at K, in ordinal order.</summary>
    public static IEnumerable<CellCourse> All(TopicTimeline timeline, Mandates mandates, long known)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        using var scan = new TopicScan(timeline, mandates, new(DateTime.MaxValue, known));
        for (var i = 0; i < timeline.Actors; i++)
        {
            if (Of(scan.Read(i, counts: false)) is { } course)
            {
                yield return course;
            }
        }
    }

    /// <param name="knowledge">What the record held at K.</param>
    public static IEnumerable<CellCourse> All(Knowledge knowledge)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        return knowledge.Timelines().SelectMany(timeline => All(timeline, knowledge.Mandates(), Knowledge.Now));
    }

    private static CellCourse? Of(in LiveCell cell)
    {
        if (cell.Count == 0)
        {
            return null;
        }

        var claims = new CourseClaim[cell.Count];
        for (var i = 0; i < claims.Length; i++)
        {
            claims[i] = CourseClaim.In(cell, i);
        }

        return new(cell.Actor, cell.Timeline.Topic, [.. claims], [.. Spell.In(cell)]);
    }
}

/// <summary>A live claim of a course.</summary>
/// <param name="Earliest">First instant, UTC, at which it can have been made; the beginning of time for an open start.</param>
/// <param name="Effective">From this instant, UTC, on it counts.</param>
public sealed record CourseClaim(Guid Claim, Stance Stance, Voice Voice, DateTime Earliest, DateTime Effective)
{
    internal static CourseClaim In(in LiveCell cell, int i)
    {
        ref readonly var detail = ref cell.DetailOf(i);
        return new(detail.Claim, cell[i].Stance, cell[i].Voice, new(detail.Earliest, DateTimeKind.Utc), new(cell.EffectiveOf(i), DateTimeKind.Utc));
    }
}
