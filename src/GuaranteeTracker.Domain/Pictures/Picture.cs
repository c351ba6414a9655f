using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Timelines;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>All cells at one (D, K), in words.</summary>
/// <param name="Topics">Those with a position or pending claim shown, in ordinal order of id.</param>
/// <param name="Contradictions">Of the cells shown: by topic, actor, kind, then the other claim's id.</param>
public sealed record Picture(ValueList<TopicPicture> Topics, ValueList<Contradiction> Contradictions, Counts Counts)
{
    /// <param name="outline">With runs.</param>
    /// <param name="labels">Topics as worded at K.</param>
    /// <param name="placed">Every actor with a position anywhere in the whole picture.</param>
    /// <param name="contents">The words of the contents that <see cref="Outline.Spoken"/> names.</param>
    public static Picture Of(Outline outline, Func<string, TopicLabel> labels, IReadOnlyCollection<string> placed, Func<ContentKey, ClaimContent> contents)
    {
        ArgumentNullException.ThrowIfNull(outline);
        return new(
            [
                .. outline.Topics.Select(topic => new TopicPicture(
                    labels(topic.Topic),
                    [.. topic.Cells.Select(cell => Position.Of(cell, contents))],
                    [.. topic.Pending.Select(pending => PendingClaim.Of(pending, contents))],
                    Agreement.On(topic, placed))),
            ],
            outline.Contradictions,
            outline.Counts);
    }

    /// <param name="knowledge">What the record held at K.</param>
    /// <param name="asOf">D, UTC.</param>
    /// <param name="shown">What to show; it changes nothing of what is compared.</param>
    public static Picture Of(Knowledge knowledge, DateTime asOf, Selection shown)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        return Of(
            Outline.Of(knowledge, asOf, shown, withRuns: true), knowledge.LabelOf, Outline.Of(knowledge, asOf, Selection.Everything).Placed, knowledge.ContentOf);
    }
}

/// <summary>One topic of a picture.</summary>
/// <param name="Positions">In ordinal order of actor.</param>
/// <param name="Pending">What may already have been said: by actor, then claim id.</param>
public sealed record TopicPicture(TopicLabel Topic, ValueList<Position> Positions, ValueList<PendingClaim> Pending, Agreement Agreement);

/// <summary>A topic as worded at K.</summary>
public sealed record TopicLabel(string Id, string Title, string Proposition)
{
    public static TopicLabel Of(Topic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return new(topic.Id, topic.Content.Title, topic.Content.Proposition);
    }
}
