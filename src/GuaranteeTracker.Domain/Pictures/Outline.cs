using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>A picture less its words: all cells at one (D, K). The one implementation of the rule: storage and endpoints only feed and dress it.</summary>
/// <param name="Topics">Those with a position or pending claim shown, in ordinal order of id.</param>
/// <param name="Contradictions">Of the cells shown: by topic, actor, kind, then the other claim's id.</param>
public sealed record Outline(ValueList<TopicOutline> Topics, ValueList<Contradiction> Contradictions, Counts Counts)
{
    /// <param name="timelines">Of the topics to show, in any order; each at K or later.</param>
    /// <param name="actors">Which actors to show; it changes nothing of what is compared.</param>
    /// <param name="withRuns">Whether to tell what <see cref="Position"/> tells of runs.</param>
    public static Outline Of(IReadOnlyList<TopicTimeline> timelines, Mandates mandates, Moment moment, Selection actors, bool withRuns = false)
    {
        var sources = timelines.Count > 1 ? new HashSet<Guid>() : null;
        var topics = new List<TopicOutline>();
        var contradictions = new List<Contradiction>();
        var (cells, claims, distinct) = (0, 0, 0);
        foreach (var timeline in timelines.OrderBy(timeline => timeline.Topic, StringComparer.Ordinal))
        {
            using var scan = new TopicScan(timeline, mandates, moment);
            var topic = TopicOutline.Of(timeline, scan, actors, withRuns);
            if (topic.Cells.Count > 0 || topic.Pending.Count > 0)
            {
                topics.Add(topic);
            }

            foreach (var cell in topic.Cells)
            {
                contradictions.AddRange(cell.Contradictions);
            }

            cells += topic.Cells.Count;
            (claims, distinct) = (claims + scan.Claims, distinct + scan.Sources);
            if (sources is not null)
            {
                scan.CollectSources(sources);
            }
        }

        return new(
            [.. topics],
            [.. contradictions],
            new(cells, claims, sources?.Count ?? distinct));
    }

    /// <param name="knowledge">What the record held at K.</param>
    /// <param name="asOf">D, UTC.</param>
    /// <param name="shown">What to show; it changes nothing of what is compared.</param>
    public static Outline Of(Knowledge knowledge, DateTime asOf, Selection shown, bool withRuns = false)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(shown);
        return Of([.. knowledge.Timelines().Where(timeline => shown.Topic(timeline.Topic))], knowledge.Mandates(), new(asOf, Knowledge.Now), shown, withRuns);
    }

    /// <summary>Every actor with a position shown.</summary>
    public IReadOnlyList<string> Placed => [.. Topics.SelectMany(topic => topic.Cells).Select(cell => cell.Actor).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// The cells that became what they are after an instant (UTC): those whose standing claim has counted only since then. Before it something else stood
    /// there, or nothing, since the greatest claim of a cell gives way to a later one alone.
    /// </summary>
    /// <returns>By topic, then actor.</returns>
    public IEnumerable<(string Topic, Standing Cell)> MovedAfter(DateTime instant) =>
        from topic in Topics from cell in topic.Cells where cell.Effective > instant select (topic.Topic, cell);

    /// <summary>Contents of pending claims that have to be read to tell when those were stated.</summary>
    public IEnumerable<ContentKey> Unspoken =>
        from topic in Topics from pending in topic.Pending where pending.Stated is null select pending.Content;

    /// <summary>Contents that have to be read to tell positions in words, and <see cref="Unspoken"/>. Only of an outline with runs.</summary>
    public IEnumerable<ContentKey> Spoken =>
        (from topic in Topics
         from cell in topic.Cells
         from content in new[] { cell.Content, cell.Run?.ConditionsFrom, cell.Run?.TermsFrom }
         where content is not null
         select content.Value).Concat(Unspoken);
}

/// <summary>One topic of an outline.</summary>
/// <param name="Topic">Its id.</param>
/// <param name="Cells">In ordinal order of actor.</param>
/// <param name="Pending">What may already have been said: by actor, then claim id.</param>
/// <param name="Agreement">Where everybody with something to say is.</param>
/// <param name="Addressed">Every actor with a position or pending claim, shown or not; empty where nobody asked for runs.</param>
public sealed record TopicOutline(
    string Topic, ValueList<Standing> Cells, ValueList<Pending> Pending, SpokenAgreement Agreement, IReadOnlySet<string> Addressed)
{
    internal static TopicOutline Of(TopicTimeline timeline, TopicScan scan, Selection actors, bool withRuns)
    {
        var (cells, pending, addressed) = (new List<Standing>(timeline.Actors), new List<Pending>(), new HashSet<string>(StringComparer.Ordinal));
        var agreement = new SpokenAgreement.Sides();
        for (var i = 0; i < timeline.Actors; i++)
        {
            var actor = timeline.Cells[i].Actor;
            var shown = actors.Actor(actor);
            var standing = Standing.In(scan.Read(i, counts: shown), withRuns && shown);
            var already = pending.Count;
            scan.ReadPending(i, pending);
            if (standing is not null)
            {
                agreement.Add(standing);
            }

            if (withRuns && (standing is not null || pending.Count > already))
            {
                addressed.Add(actor);
            }

            if (!shown)
            {
                pending.RemoveRange(already, pending.Count - already);
            }
            else if (standing is not null)
            {
                cells.Add(standing);
            }
        }

        return new(timeline.Topic, [.. cells], [.. pending], agreement.ToAgreement(), addressed);
    }
}

/// <summary>How much is shown.</summary>
/// <param name="Cells">Positions.</param>
/// <param name="Claims">Claims of those cells, effective at D.</param>
/// <param name="Sources">Distinct sources of those claims.</param>
public sealed record Counts(int Cells, int Claims, int Sources);
