namespace GuaranteeTracker.Domain.Claims;

/// <summary>An analyst doubts a claim, for a reason. It goes on counting, flagged.</summary>
public sealed record DisputeClaim
{
    /// <summary>Why, for everybody to read.</summary>
    public string? Reason { get; init; }

    public Decision<IClaimFact> Decide(Claim? claim) => ReasonedChange.Decide(
        claim, Reason,
        (known, reason) => known.DisputeReason == reason,
        (live, reason) => new Decision<IClaimFact>.Accepted(new ClaimDisputed(live.Id, reason)));
}
