using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Tests.Claims.Listing;

/// <summary>A claim as a list should know it, told without rows.</summary>
internal sealed record NaiveListed(Claim Claim, DateTime Effective, long First, DateTime RecordedAt, bool IsWithdrawn, string Publisher, long Version)
{
    public ClaimContent Content => Claim.Content;

    public bool IsLive => !Claim.IsRetracted && !IsWithdrawn;

    public static NaiveListed Of(Claim claim, Knowledge knowledge, IEnumerable<(long Sequence, DateTime At, IFact Fact)> facts)
    {
        var source = knowledge.Sources[claim.Content.Evidence.Source];
        EffectiveInstant.TryFind(claim.Content.Stated, source.Registered.Published, out var effective);
        var (sequence, at, _) = facts.Single(fact => fact.Fact is ClaimRecorded recorded && recorded.Claim == claim.Id);
        return new(claim, effective!.Value, sequence, at, source.IsWithdrawn, source.Registered.Publisher, knowledge.VersionOf<Claim>(claim.Id));
    }

    /// <summary>The words that the parameter <c>status</c> has for it.</summary>
    public IEnumerable<string> Statuses()
    {
        if (IsLive) { yield return "live"; }
        if (Claim.CorrectionReason is not null) { yield return "corrected"; }
        if (Claim.IsDisputed) { yield return "disputed"; }
        if (Claim.IsRetracted) { yield return "retracted"; }
        if (IsWithdrawn) { yield return "withdrawn"; }
    }
}
