using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain;

namespace GuaranteeTracker.Api.Recording;

/// <summary>The order in which a request is answered: missing, repeat, precondition, refusal.</summary>
internal static class Preconditions
{
    /// <summary>Nothing is to be recorded: the content is in force, or was, and no precondition asks to set it again.</summary>
    public static bool IsRepeat<TFact>(Proposal<TFact> proposal, Precondition? ifMatch)
        where TFact : IFact =>
        proposal.Decision is Decision<TFact>.Accepted { Facts.Count: 0 } || (proposal.WasInForce && ifMatch is null);

    /// <summary>What stands in the way; null when nothing does.</summary>
    public static Problem? Refuse<TFact>(RecordingRequest<TFact> request, Proposal<TFact> proposal, Precondition? ifMatch)
        where TFact : IFact
    {
        if (proposal.Decision is Decision<TFact>.Refused { Why: { Kind: RefusalKind.Missing } missing })
        {
            return Problems.Of(missing);
        }

        if (IsRepeat(proposal, ifMatch))
        {
            return null;
        }

        if (request.NeedsPrecondition && ifMatch is null && proposal.Version > 0)
        {
            return Problems.PreconditionMissing(proposal.Version);
        }

        if (request.NeedsPrecondition && ifMatch is not null && !ifMatch.Holds(proposal.Version))
        {
            return Problems.PreconditionFailed(proposal.Version);
        }

        return proposal.Decision is Decision<TFact>.Refused refused ? Problems.Of(refused.Why) : null;
    }
}
