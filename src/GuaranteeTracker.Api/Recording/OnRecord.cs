using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Topics;
using GuaranteeTracker.Domain.Writing;
using Marten;

namespace GuaranteeTracker.Api.Recording;

/// <summary>Finds single things on record by folding their own short streams. Null: not on record.</summary>
internal static class OnRecord
{
    public static Task<Stored<Source>?> FindSourceAsync(this IQuerySession session, Guid id, CancellationToken cancellation) =>
        session.FindAsync<Source, ISourceFact>(Streams.Source(id), Source.Evolve, cancellation);

    public static Task<Stored<Claim>?> FindClaimAsync(this IQuerySession session, Guid id, CancellationToken cancellation) =>
        session.FindAsync<Claim, IClaimFact>(Streams.Claim(id), Claim.Evolve, cancellation);

    public static Task<Stored<Actor>?> FindActorAsync(this IQuerySession session, string id, CancellationToken cancellation) =>
        Slug.IsValid(id) ? session.FindAsync<Actor, IActorFact>(Streams.Actor(id), Actor.Evolve, cancellation) : Task.FromResult<Stored<Actor>?>(null);

    public static Task<Stored<Topic>?> FindTopicAsync(this IQuerySession session, string id, CancellationToken cancellation) =>
        Slug.IsValid(id) ? session.FindAsync<Topic, ITopicFact>(Streams.Topic(id), Topic.Evolve, cancellation) : Task.FromResult<Stored<Topic>?>(null);

    public static Task<Stored<Encounter>?> FindEncounterAsync(this IQuerySession session, Guid id, CancellationToken cancellation) =>
        session.FindAsync<Encounter, IEncounterFact>(Streams.Encounter(id), Encounter.Evolve, cancellation);

    private static async Task<Stored<TState>?> FindAsync<TState, TFact>(
        this IQuerySession session, string stream, Func<TState?, TFact, TState> evolve, CancellationToken cancellation)
        where TState : class
        where TFact : IFact
    {
        var events = await session.Events.FetchStreamAsync(stream, token: cancellation);
        return events.Count == 0 ? null : Stored.Of(events, evolve);
    }
}
