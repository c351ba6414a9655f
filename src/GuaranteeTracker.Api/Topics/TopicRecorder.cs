using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Api.Topics;

/// <summary>Runs the topics' decider inside the recording transaction.</summary>
internal sealed class TopicRecorder(Recorder recorder)
{
    public Task<Outcome> SetAsync(string id, SetTopic request, RecordingContext context, CancellationToken cancellation) =>
        recorder.RecordAsync(
            new RecordingRequest<ITopicFact>(
                Streams.Topic(id),
                $"/api/topics/{id}",
                async scope =>
                {
                    var topic = await scope.Session.FindTopicAsync(id, scope.Cancellation);
                    var proposal = await scope.ProposeAsync(topic, Topic.Evolve, state => Task.FromResult(request.Decide(state, id)));
                    return proposal with { WasInForce = WasInForce(request, id, topic) };
                },
                async scope => (await TopicView.FindAsync(scope.Session, id, scope.Cancellation))!),
            context,
            cancellation);

    /// <summary>Whether the topic was worded just so before.</summary>
    private static bool WasInForce(SetTopic request, string id, Stored<Topic>? topic) =>
        topic is not null && !request.Content(id).Refuse(out _, out var content)
        && topic.Events.Any(e => ((ITopicFact)e.Data).Content == content);
}
