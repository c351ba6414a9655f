namespace GuaranteeTracker.Domain.Claims;

/// <summary>An editor ends the dispute over a claim, for a reason.</summary>
public sealed record ResolveDispute
{
    /// <summary>How it ended, for everybody to read.</summary>
    public string? Reason { get; init; }

    public Decision<IClaimFact> Decide(Claim? claim) => ReasonedChange.Decide(
        claim, Reason,
        (known, reason) => known.ResolutionReason == reason,
        (live, reason) => live.IsDisputed
            ? new Decision<IClaimFact>.Accepted(new DisputeResolved(live.Id, reason))
            : Refusal.Conflict("not-disputed", $"Claim {live.Id} is not disputed; there is nothing to resolve."));
}
