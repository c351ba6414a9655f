namespace GuaranteeTracker.Domain.Claims;

/// <summary>An analyst takes a claim back, for a reason. Final.</summary>
public sealed record RetractClaim
{
    /// <summary>Why, for everybody to read.</summary>
    public string? Reason { get; init; }

    public Decision<IClaimFact> Decide(Claim? claim) =>
        claim is { IsRetracted: true } && claim.RetractionReason == Writing.Wording.Reason(Reason, new Faults())
            ? new Decision<IClaimFact>.Accepted()
            : ReasonedChange.Decide(claim, Reason, (live, reason) => new Decision<IClaimFact>.Accepted(new ClaimRetracted(live.Id, reason)));
}
