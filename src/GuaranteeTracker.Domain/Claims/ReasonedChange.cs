using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Claims;

/// <summary>What retracting, disputing and resolving share: a claim on record, a reason, and the finality of a retraction.</summary>
internal static class ReasonedChange
{
    /// <param name="isInForce">Whether just that was done for just that reason: a repeat then, whatever became of the claim since.</param>
    /// <param name="change">What the reason does to a claim that is not retracted.</param>
    public static Decision<IClaimFact> Decide(
        Claim? claim, string? text, Func<Claim, string, bool> isInForce, Func<Claim, string, Decision<IClaimFact>> change)
    {
        if (claim is null)
        {
            return Refusal.Missing("unknown-claim", "There is no such claim.");
        }

        var faults = new Faults();
        var reason = Wording.Reason(text, faults);
        return faults.Refuse(out var refusal) ? refusal
            : isInForce(claim, reason!) ? new Decision<IClaimFact>.Accepted()
            : claim.IsRetracted ? Retracted(claim)
            : change(claim, reason!);
    }

    public static Refusal Retracted(Claim claim) =>
        Refusal.Conflict("claim-retracted", $"Claim {claim.Id} was retracted, which is final; record a new claim.");
}
