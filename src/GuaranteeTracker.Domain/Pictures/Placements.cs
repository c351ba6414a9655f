using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>Who has a position anywhere in the whole picture at one D, at every K: those who are silent elsewhere (rule 7).</summary>
public sealed class Placements
{
    /// <summary>By actor, the stretches of the record in which a claim of the actor counts. The open one is last; what lies within it is left out.</summary>
    private readonly Dictionary<string, List<Stretch>> _stretches = new(StringComparer.Ordinal);

    private Placements() { }

    /// <param name="timelines">Of all topics.</param>
    /// <param name="asOf">D, UTC.</param>
    public static Placements Of(IReadOnlyCollection<TopicTimeline> timelines, DateTime asOf)
    {
        ArgumentNullException.ThrowIfNull(timelines);
        var open = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var timeline in timelines)
        {
            Scan(timeline, asOf, (actor, place) =>
            {
                if (!timeline.Entries[place].IsEnded && timeline.Entries[place].Recorded < open.GetValueOrDefault(actor, ClaimVersion.Never))
                {
                    open[actor] = timeline.Entries[place].Recorded;
                }
            });
        }

        var placements = new Placements();
        foreach (var timeline in timelines)
        {
            Scan(timeline, asOf, (actor, place) =>
            {
                if (timeline.Entries[place].IsEnded && timeline.Entries[place].Recorded < open.GetValueOrDefault(actor, ClaimVersion.Never))
                {
                    placements.Add(actor, new(timeline.Entries[place].Recorded, timeline.UntilOf(place)));
                }
            });
        }

        foreach (var (actor, from) in open)
        {
            placements.Add(actor, new(from, ClaimVersion.Never));
        }

        return placements;
    }

    /// <summary>Those with a position at K.</summary>
    public IReadOnlyList<string> At(long known) => [.. _stretches.Where(actor => actor.Value.Any(stretch => stretch.Holds(known))).Select(actor => actor.Key)];

    /// <summary>Every sequence number with which somebody may gain or lose their only position. In no order.</summary>
    public IEnumerable<long> Turns => _stretches.Values.SelectMany(stretches => stretches).SelectMany(stretch => new[] { stretch.From, stretch.Until });

    private void Add(string actor, Stretch stretch)
    {
        if (!_stretches.TryGetValue(actor, out var stretches))
        {
            _stretches[actor] = stretches = [];
        }

        stretches.Add(stretch);
    }

    /// <summary>Each claim that is effective at D: a cell's lie in that order.</summary>
    private static void Scan(TopicTimeline timeline, DateTime asOf, Action<string, int> each)
    {
        for (var i = 0; i < timeline.Actors; i++)
        {
            for (var place = timeline.Cells[i].First; place < timeline.Cells[i + 1].First && timeline.Effective[place] <= asOf.Ticks; place++)
            {
                each(timeline.Cells[i].Actor, place);
            }
        }
    }
}
