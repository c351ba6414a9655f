namespace GuaranteeTracker.Domain.Topics;

/// <summary>A fact about one topic.</summary>
public interface ITopicFact : IFact
{
    string Topic { get; }

    /// <summary>The whole wording from then on.</summary>
    TopicContent Content { get; }
}

public sealed record TopicRegistered(string Topic, TopicContent Content) : ITopicFact;

public sealed record TopicReworded(string Topic, TopicContent Content) : ITopicFact;

/// <param name="Proposition">A sentence that can be true, which actors can be for or against.</param>
public sealed record TopicContent(string Title, string Proposition);
