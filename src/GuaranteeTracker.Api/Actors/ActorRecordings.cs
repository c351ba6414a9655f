using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Actors;

namespace GuaranteeTracker.Api.Actors;

/// <summary>What can be recorded of actors: the decider, on what is on record.</summary>
internal static class ActorRecordings
{
    public static IRecordingRequest Of(string id, SetActor request)
    {
        List<string?> mandators = [.. (request.Mandates ?? []).Select(mandate => mandate?.For)];
        return new RecordingRequest<IActorFact>(
            Streams.Actor(id),
            $"/api/actors/{id}",
            Needs.Of(id, Streams.Actor).Mentioning(mandators),
            (grounds, context) =>
            {
                var (actors, actor) = (grounds.Actors(mandators), grounds.Actor(id));
                return context.Propose(actor, Actor.Evolve, state => request.Decide(state, id, actors)) with { WasInForce = WasInForce(request, id, actors, actor) };
            },
            grounds => ActorView.Of(grounds.Actor(id)!));
    }

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
