namespace GuaranteeTracker.Domain.Claims;

/// <summary>An analyst takes a claim back, for a reason. Final.</summary>
public sealed record RetractClaim
{
    /// <summary>Why, for everybody to read.</summary>
    public string? Reason { get; init; }

    public Decision<IClaimFact> Decide(Claim? claim) => ReasonedChange.Decide(
        claim, Reason,
        (known, reason) => known.RetractionReason == reason,
        (live, reason) => new Decision<IClaimFact>.Accepted(new ClaimRetracted(live.Id, reason)));
}
