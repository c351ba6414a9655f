using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain;

namespace GuaranteeTracker.Api.Recording;

/// <summary>The order in which a request is answered: missing, repeat, precondition, refusal.</summary>
internal static class Preconditions
{
    /// <summary>Nothing is to be recorded: the content is in force, or was, and no precondition asks to set it again.</summary>
    public static bool IsRepeat<TFact>(Proposal<TFact> proposal, RecordingContext context)
        where TFact : class, IFact =>
        context.Makes is not null
            ? MadeVersions.IsRepeat(proposal)
            : proposal.Decision is Decision<TFact>.Accepted { Facts.Count: 0 } || (proposal.WasInForce && context.IfMatch is null);

    /// <summary>What stands in the way; null when nothing does.</summary>
    /// <param name="needsPrecondition">Whether a change of what exists needs If-Match.</param>
    public static Problem? Refuse<TFact>(bool needsPrecondition, Proposal<TFact> proposal, RecordingContext context)
        where TFact : class, IFact
    {
        if (proposal.Decision is Decision<TFact>.Refused { Why: { Kind: RefusalKind.Missing } missing })
        {
            return Problems.Of(missing);
        }

        if (IsRepeat(proposal, context))
        {
            return null;
        }

        if (context.Makes is { } version)
        {
            return MadeVersions.Refuse(proposal, version);
        }

        if (needsPrecondition && context.IfMatch is null && proposal.Version > 0)
        {
            return Problems.PreconditionMissing(proposal.Version);
        }

        if (needsPrecondition && context.IfMatch is not null && !context.IfMatch.Holds(proposal.Version))
        {
            return Problems.PreconditionFailed(proposal.Version);
        }

        return proposal.Decision is Decision<TFact>.Refused refused ? Problems.Of(refused.Why) : null;
    }
}
