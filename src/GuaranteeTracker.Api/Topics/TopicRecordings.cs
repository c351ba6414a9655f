using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Api.Topics;

/// <summary>What can be recorded of topics: the decider, on what is on record.</summary>
internal static class TopicRecordings
{
    public static IRecordingRequest Of(string id, SetTopic request) => new RecordingRequest<ITopicFact>(
        Streams.Topic(id),
        $"/api/topics/{id}",
        Needs.Of(id, Streams.Topic),
        (grounds, context) =>
        {
            var topic = grounds.Topic(id);
            return context.Propose(topic, Topic.Evolve, state => request.Decide(state, id)) with { WasInForce = WasInForce(request, id, topic) };
        },
        grounds => TopicView.Of(grounds.Topic(id)!));

    /// <summary>Whether the topic was worded just so before.</summary>
    private static bool WasInForce(SetTopic request, string id, Stored<Topic>? topic) =>
        topic is not null && !request.Content(id).Refuse(out _, out var content)
        && topic.Events.Any(e => ((ITopicFact)e.Data).Content == content);
}
