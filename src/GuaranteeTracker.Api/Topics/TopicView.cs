using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Topics;
using Marten;

namespace GuaranteeTracker.Api.Topics;

/// <summary>A topic as it is answered.</summary>
/// <param name="Version">Send it in If-Match to reword the topic.</param>
internal sealed record TopicView(string Id, long Version, string Title, string Proposition)
{
    public static TopicView Of(Topic topic, long version) => new(topic.Id, version, topic.Content.Title, topic.Content.Proposition);

    public static TopicView Of(Stored<Topic> topic) => Of(topic.State, topic.Version);

    /// <summary>Null when there is no such topic.</summary>
    public static async Task<TopicView?> FindAsync(IQuerySession session, string id, CancellationToken cancellation) =>
        await session.FindTopicAsync(id, cancellation) is { } topic ? Of(topic) : null;
}
