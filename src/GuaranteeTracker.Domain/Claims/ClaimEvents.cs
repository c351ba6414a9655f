namespace GuaranteeTracker.Domain.Claims;

/// <summary>A fact in the life of one claim.</summary>
public interface IClaimFact : IFact
{
    Guid Claim { get; }
}

public sealed record ClaimRecorded(Guid Claim, ClaimContent Content) : IClaimFact;

/// <param name="Content">The whole new content; the cell may have changed, the source may not.</param>
public sealed record ClaimCorrected(Guid Claim, ClaimContent Content, string Reason) : IClaimFact;

/// <summary>Somebody doubts the claim: it goes on counting, flagged.</summary>
public sealed record ClaimDisputed(Guid Claim, string Reason) : IClaimFact;

public sealed record DisputeResolved(Guid Claim, string Reason) : IClaimFact;

/// <summary>The claim no longer counts. Final.</summary>
public sealed record ClaimRetracted(Guid Claim, string Reason) : IClaimFact;
