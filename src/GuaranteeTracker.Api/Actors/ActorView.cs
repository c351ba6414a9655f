using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Actors;
using Marten;

namespace GuaranteeTracker.Api.Actors;

/// <summary>An actor as it is answered.</summary>
/// <param name="Version">Send it in If-Match to change the actor.</param>
/// <param name="Mandates">For whom it speaks, and on which days (UTC, inclusive).</param>
internal sealed record ActorView(string Id, long Version, string Name, ActorKind Kind, ValueList<string> Aliases, ValueList<Mandate> Mandates)
{
    public static ActorView Of(Actor actor, long version) =>
        new(actor.Id, version, actor.Content.Name, actor.Content.Kind, actor.Content.Aliases, actor.Content.Mandates);

    public static ActorView Of(Stored<Actor> actor) => Of(actor.State, actor.Version);

    /// <summary>Null when there is no such actor.</summary>
    public static async Task<ActorView?> FindAsync(IQuerySession session, string id, CancellationToken cancellation) =>
        await session.FindActorAsync(id, cancellation) is { } actor ? Of(actor) : null;
}
