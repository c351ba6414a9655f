using GuaranteeTracker.Domain;
using JasperFx.Events;

namespace GuaranteeTracker.Api.Recording;

/// <summary>One thing on record: its state, and what its stream says about the recording.</summary>
/// <param name="Version">The stream's version: the number of its events.</param>
/// <param name="Events">Its events, oldest first.</param>
internal sealed record Stored<T>(T State, long Version, IReadOnlyList<IEvent> Events)
{
    /// <summary>When the first event was stored (UTC, the database's clock). A label, not a K.</summary>
    public DateTime RecordedAt => Events[0].Timestamp.UtcDateTime;
}

internal static class Stored
{
    /// <param name="events">All of a stream, at least one.</param>
    public static Stored<TState> Of<TState, TFact>(IReadOnlyList<IEvent> events, Func<TState?, TFact, TState> evolve)
        where TState : class
        where TFact : IFact =>
        Of(null, events, evolve);

    /// <inheritdoc cref="Of{TState, TFact}(IReadOnlyList{IEvent}, Func{TState, TFact, TState})"/>
    /// <param name="before">What the first of the events made; null where that is not known.</param>
    public static Stored<TState> Of<TState, TFact>(Stored<TState>? before, IReadOnlyList<IEvent> events, Func<TState?, TFact, TState> evolve)
        where TState : class
        where TFact : IFact =>
        new(events.Skip(before?.Events.Count ?? 0).Aggregate(before?.State, (state, e) => evolve(state, (TFact)e.Data))!, events[^1].Version, events);
}
