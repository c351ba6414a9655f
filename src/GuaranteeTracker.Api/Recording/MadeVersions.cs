using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain;

namespace GuaranteeTracker.Api.Recording;

/// <summary>
/// Requests that say which version of their stream they make, as the lines of an export do. Where that version is on record the
/// request is decided anew on the version before it: it is a repeat if the same fact comes of it, whatever has happened since.
/// </summary>
internal static class MadeVersions
{
    /// <param name="stored">What the stream holds; null when nothing.</param>
    /// <param name="decide">Decides on a state of the stream.</param>
    public static Proposal<TFact> Propose<TState, TFact>(
        this RecordingContext context, Stored<TState>? stored, Func<TState?, TFact, TState> evolve, Func<TState?, Decision<TFact>> decide)
        where TState : class
        where TFact : class, IFact
    {
        if (context.Makes is not { } version || stored is null || stored.Version < version)
        {
            return new(decide(stored?.State), stored?.Version ?? 0);
        }

        var before = stored.Events.Take((int)version - 1).Aggregate((TState?)null, (state, e) => evolve(state, (TFact)e.Data));
        return new(decide(before), version - 1) { Standing = (TFact)stored.Events[(int)version - 1].Data };
    }

    /// <summary>Whether the request has made its version already.</summary>
    public static bool IsRepeat<TFact>(Proposal<TFact> proposal)
        where TFact : class, IFact =>
        proposal is { Standing: { } standing, Decision: Decision<TFact>.Accepted { Facts: [var fact] } } && fact.Equals(standing);

    /// <summary>Why the request cannot make its version; null where it can.</summary>
    /// <param name="version">The one that it says it makes.</param>
    public static Problem? Refuse<TFact>(Proposal<TFact> proposal, long version)
        where TFact : class, IFact => proposal switch
        {
            { Standing: null } when proposal.Version < version - 1 => Problems.VersionMissing(proposal.Version, version),
            { Decision: Decision<TFact>.Refused refused } => Problems.Of(refused.Why),
            { Standing: not null } => Problems.VersionTaken(version),
            { Decision: Decision<TFact>.Accepted { Facts.Count: 1 } } => null,
            _ => Problems.VersionNotMade(version),
        };
}
