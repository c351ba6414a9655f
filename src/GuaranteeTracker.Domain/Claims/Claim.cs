namespace GuaranteeTracker.Domain.Claims;

/// <summary>One claim, as its events tell.</summary>
/// <param name="First">What was first put on record; nothing alters it.</param>
/// <param name="Content">What it says now: the latest correction, else <paramref name="First"/>.</param>
/// <param name="CorrectionReason">Why it says that, where it was corrected.</param>
/// <param name="DisputeReason">Why it is in doubt; null while it is not.</param>
/// <param name="ResolutionReason">How the latest dispute ended; null while one is open.</param>
/// <param name="RetractionReason">Null while the claim counts.</param>
public sealed record Claim(
    Guid Id, ClaimContent First, ClaimContent Content, string? CorrectionReason, string? DisputeReason,
    string? ResolutionReason, string? RetractionReason)
{
    public bool IsDisputed => DisputeReason is not null;

    public bool IsRetracted => RetractionReason is not null;

    public static Claim Evolve(Claim? claim, IClaimFact fact) => (claim, fact) switch
    {
        (null, ClaimRecorded e) => new(e.Claim, e.Content, e.Content, null, null, null, null),
        (not null, ClaimCorrected e) => claim with { Content = e.Content, CorrectionReason = e.Reason },
        (not null, ClaimDisputed e) => claim with { DisputeReason = e.Reason, ResolutionReason = null },
        (not null, DisputeResolved e) => claim with { DisputeReason = null, ResolutionReason = e.Reason },
        (not null, ClaimRetracted e) => claim with { RetractionReason = e.Reason },
        _ => throw new NotSupportedException($"{fact.GetType().Name} has no place in the life of claim {fact.Claim}."),
    };
}
