using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Topics;

/// <summary>An analyst says how a topic is to be worded.</summary>
public sealed record SetTopic
{
    public string? Title { get; init; }

    /// <summary>A sentence that can be true: "The United States supports Ukraine from the air."</summary>
    public string? Proposition { get; init; }

    /// <param name="topic">What the record holds under this id; null when nothing.</param>
    public Decision<ITopicFact> Decide(Topic? topic, string id)
    {
        if (Content(id).Refuse(out var refusal, out var content))
        {
            return refusal;
        }

        return topic switch
        {
            null => new Decision<ITopicFact>.Accepted(new TopicRegistered(id, content)),
            _ when topic.Content == content => new Decision<ITopicFact>.Accepted(),
            _ => new Decision<ITopicFact>.Accepted(new TopicReworded(id, content)),
        };
    }

    /// <summary>The content asked for, checked.</summary>
    public Parsed<TopicContent> Content(string id)
    {
        var faults = new Faults();
        if (!Slug.IsValid(id))
        {
            faults.Add("", "not-an-id", Slug.Rule);
        }

        var title = Wording.Name(Title, "/title", faults);
        var proposition = Wording.Name(Proposition, "/proposition", faults, Wording.LineLength);
        return faults.Any ? new(faults) : new(new TopicContent(title!, proposition!));
    }
}
