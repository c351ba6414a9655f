namespace GuaranteeTracker.Domain.Claims;

/// <summary>An editor ends the dispute over a claim, for a reason.</summary>
public sealed record ResolveDispute
{
    /// <summary>How it ended, for everybody to read.</summary>
    public string? Reason { get; init; }

    public Decision<IClaimFact> Decide(Claim? claim) => ReasonedChange.Decide(claim, Reason, (live, reason) => live switch
    {
        { IsDisputed: true } => new Decision<IClaimFact>.Accepted(new DisputeResolved(live.Id, reason)),
        { ResolutionReason: var last } when last == reason => new Decision<IClaimFact>.Accepted(),
        _ => Refusal.Conflict("not-disputed", $"Claim {live.Id} is not disputed; there is nothing to resolve."),
    });
}
