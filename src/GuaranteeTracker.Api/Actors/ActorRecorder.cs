using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Actors;

namespace GuaranteeTracker.Api.Actors;

/// <summary>Runs the actors' decider inside the recording transaction.</summary>
internal sealed class ActorRecorder(Recorder recorder)
{
    public Task<Outcome> SetAsync(string id, SetActor request, RecordingContext context, CancellationToken cancellation) =>
        recorder.RecordAsync(
            new RecordingRequest<IActorFact>(
                Streams.Actor(id),
                $"/api/actors/{id}",
                async scope =>
                {
                    var actors = await scope.ActorsAsync((request.Mandates ?? []).Select(mandate => mandate?.For));
                    var actor = await scope.Session.FindActorAsync(id, scope.Cancellation);
                    var proposal = await scope.ProposeAsync(actor, Actor.Evolve, state => Task.FromResult(request.Decide(state, id, actors)));
                    return proposal with { WasInForce = WasInForce(request, id, actors, actor) };
                },
                async scope => (await ActorView.FindAsync(scope.Session, id, scope.Cancellation))!),
            context,
            cancellation);

    /// <summary>Whether some earlier request left the actor with just this content. One request's events count together.</summary>
    private static bool WasInForce(SetActor request, string id, IReadOnlySet<string> actors, Stored<Actor>? actor)
    {
        if (actor is null || request.Content(id, actors).Refuse(out _, out var content))
        {
            return false;
        }

        Actor? past = null;
        for (var i = 0; i < actor.Events.Count; i++)
        {
            past = Actor.Evolve(past, (IActorFact)actor.Events[i].Data);
            var endsARequest = i + 1 == actor.Events.Count || actor.Events[i].CausationId != actor.Events[i + 1].CausationId;
            if (endsARequest && past.Content == content)
            {
                return true;
            }
        }

        return false;
    }
}
