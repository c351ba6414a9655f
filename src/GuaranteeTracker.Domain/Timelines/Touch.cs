namespace GuaranteeTracker.Domain.Timelines;

/// <summary>Something was recorded that may show in an answer.</summary>
/// <param name="Sequence">Sequence number of the event: known from there on, inclusive.</param>
/// <param name="Topic">The topic on whose timeline it shows; null where it may show anywhere.</param>
/// <param name="Actor">The actor in whose cell it shows; null where it may show in any.</param>
public readonly record struct Touch(long Sequence, string? Topic, string? Actor)
{
    /// <summary>Collects what was recorded about the claims of one topic: versions begun and ended, and disputes. In no order.</summary>
    /// <param name="asOf">D, UTC: what cannot have been said by then does not show.</param>
    /// <param name="actors">In whose cells to look.</param>
    /// <param name="period">The sequence numbers to look at.</param>
    public static void CollectClaims(TopicTimeline timeline, DateTime asOf, Func<string, bool> actors, Stretch period, ICollection<Touch> into)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(actors);
        ArgumentNullException.ThrowIfNull(into);
        for (var i = 0; i < timeline.Actors; i++)
        {
            var (cell, next) = (timeline.Cells[i], timeline.Cells[i + 1]);
            if (!actors(cell.Actor))
            {
                continue;
            }

            for (var place = cell.First; place < next.First; place++)
            {
                ref readonly var entry = ref timeline.Entries[place];
                Add(entry.Recorded, place);
                if (entry.Has(ClaimTraits.Disputed) && timeline.Disputes.TryGetValue(timeline.Details[place].Claim, out var disputes))
                {
                    foreach (var dispute in disputes)
                    {
                        Add(dispute.From, place);
                        Add(dispute.Until, place);
                    }
                }
            }

            for (var ended = cell.FirstEnded; ended < next.FirstEnded; ended++)
            {
                Add(timeline.EndedBy[ended], timeline.Ended[ended]);
            }

            void Add(long sequence, int place)
            {
                if (period.Holds(sequence) && timeline.Details[place].Earliest <= asOf.Ticks)
                {
                    into.Add(new(sequence, timeline.Topic, cell.Actor));
                }
            }
        }
    }

    /// <summary>Collects what was recorded about the mandates of those who speak on some topics. In no order.</summary>
    /// <param name="period">The sequence numbers to look at.</param>
    public static void CollectMandates(IEnumerable<TopicTimeline> timelines, Mandates mandates, Stretch period, ICollection<Touch> into)
    {
        ArgumentNullException.ThrowIfNull(timelines);
        ArgumentNullException.ThrowIfNull(mandates);
        ArgumentNullException.ThrowIfNull(into);
        var turns = mandates.Turns(period).ToLookup(turn => turn.Speaker, turn => turn.Sequence, StringComparer.Ordinal);
        if (turns.Count == 0)
        {
            return;
        }

        foreach (var timeline in timelines)
        {
            foreach (var sequence in timeline.Talkers.Select(pair => pair.Speaker).OfType<string>().Distinct(StringComparer.Ordinal).SelectMany(speaker => turns[speaker]))
            {
                into.Add(new(sequence, timeline.Topic, null));
            }
        }
    }
}
