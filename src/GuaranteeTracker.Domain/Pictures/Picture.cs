using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>All cells at one (D, K). The one implementation of the rule: storage and endpoints only feed and dress it.</summary>
/// <param name="Topics">Those with a position or pending claim shown, in ordinal order of id.</param>
/// <param name="Contradictions">Of the cells shown: by topic, actor, kind, then the other claim's id.</param>
public sealed record Picture(ValueList<TopicPicture> Topics, ValueList<Contradiction> Contradictions, Counts Counts)
{
    /// <param name="knowledge">What the record held at K.</param>
    /// <param name="asOf">D, UTC: a claim counts when its effective instant is not later. It may lie in the future.</param>
    /// <param name="shown">What to show; it changes nothing of what is compared.</param>
    public static Picture Of(Knowledge knowledge, DateTime asOf, Selection shown)
    {
        var cells = Cell.Of(LiveClaim.Of(knowledge), asOf).ToList();
        var placed = cells.Where(cell => cell.Standing is not null).Select(cell => cell.Actor).Distinct(StringComparer.Ordinal).ToList();

        var topics = (from cell in cells
                      group cell by cell.Topic into topic
                      where shown.Topic(topic.Key) && topic.Any(cell => shown.Actor(cell.Actor))
                      select TopicPicture.Of(knowledge.Topics[topic.Key], [.. topic.OrderBy(cell => cell.Actor, StringComparer.Ordinal)], placed, shown)).ToList();

        var counted = cells.Where(cell => cell.Standing is not null && shown.Topic(cell.Topic) && shown.Actor(cell.Actor)).SelectMany(cell => cell.Effective).ToList();
        return new(
            [.. topics.OrderBy(topic => topic.Topic.Id, StringComparer.Ordinal)],
            [.. topics.OrderBy(topic => topic.Topic.Id, StringComparer.Ordinal).SelectMany(topic => topic.Positions).SelectMany(position => position.Contradictions)],
            new Counts(topics.Sum(topic => topic.Positions.Count), counted.Count, counted.Select(claim => claim.Source.Source).Distinct().Count()));
    }
}

/// <summary>One topic of a picture.</summary>
/// <param name="Positions">In ordinal order of actor.</param>
/// <param name="Pending">What may already have been said: by actor, then claim id.</param>
public sealed record TopicPicture(TopicLabel Topic, ValueList<Position> Positions, ValueList<PendingClaim> Pending, Agreement Agreement)
{
    internal static TopicPicture Of(Topic topic, IReadOnlyList<Cell> cells, IEnumerable<string> placed, Selection shown)
    {
        var visible = cells.Where(cell => shown.Actor(cell.Actor)).ToList();
        return new(
            new TopicLabel(topic.Id, topic.Content.Title, topic.Content.Proposition),
            [.. visible.Select(Run.PositionOf).OfType<Position>()],
            [.. from cell in visible from claim in cell.Pending select new PendingClaim(cell.Actor, claim.Id, claim.Stance, claim.Content.Stated.Text)],
            Agreement.On(cells, placed));
    }
}

/// <summary>A topic as worded at K.</summary>
public sealed record TopicLabel(string Id, string Title, string Proposition);

/// <summary>A claim that may already have been said at D.</summary>
public sealed record PendingClaim(string Actor, Guid Claim, Stance Stance, string Stated);

/// <summary>How much is shown.</summary>
/// <param name="Cells">Positions.</param>
/// <param name="Claims">Claims of those cells, effective at D.</param>
/// <param name="Sources">Distinct sources of those claims.</param>
public sealed record Counts(int Cells, int Claims, int Sources);
