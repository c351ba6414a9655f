using GuaranteeTracker.Domain;

namespace GuaranteeTracker.Api.Recording;

/// <summary>What a recorder is to do for one stream.</summary>
/// <param name="Stream">Key of the stream to append to.</param>
/// <param name="Location">Path of the resource.</param>
/// <param name="Decide">Reads what it needs and decides; called again after a conflict.</param>
/// <param name="Show">Renders the resource as it now is, inside the transaction.</param>
internal sealed record RecordingRequest<TFact>(
    string Stream, string Location, Func<RecordingScope, Task<Proposal<TFact>>> Decide, Func<RecordingScope, Task<object>> Show)
    where TFact : class, IFact
{
    /// <summary>Whether a change of what exists needs If-Match; a creation never does.</summary>
    public bool NeedsPrecondition { get; init; } = true;
}

/// <summary>What a decider proposes for a stream.</summary>
/// <param name="Version">The stream's version that it was decided on; 0 when there is none.</param>
internal sealed record Proposal<TFact>(Decision<TFact> Decision, long Version)
    where TFact : class, IFact
{
    /// <summary>The content asked for was in force before: without a precondition that is a repeat, not a change.</summary>
    public bool WasInForce { get; init; }

    /// <summary>The fact on record as the version that the request says it makes; null where there is none yet. The decision is the one on the version before it.</summary>
    public TFact? Standing { get; init; }

    /// <summary>What to write in the same transaction as the facts.</summary>
    public Func<RecordingScope, Task>? Alongside { get; init; }
}
