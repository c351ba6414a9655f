namespace GuaranteeTracker.Domain.Topics;

/// <summary>One proposition that actors can be for or against, as its events tell.</summary>
public sealed record Topic(string Id, TopicContent Content)
{
    public static Topic Evolve(Topic? topic, ITopicFact fact) => (topic, fact) switch
    {
        (null, TopicRegistered) => new(fact.Topic, fact.Content),
        (not null, TopicReworded) => topic with { Content = fact.Content },
        _ => throw new NotSupportedException($"{fact.GetType().Name} has no place in the life of topic {fact.Topic}."),
    };
}
