using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Claims;

/// <summary>An analyst asks to replace a claim's whole content: same source, any cell. What it said before stays in its history.</summary>
public sealed record CorrectClaim
{
    /// <summary>Why, for everybody to read.</summary>
    public string? Reason { get; init; }

    /// <summary>The whole new content; what is left out is empty.</summary>
    public ClaimInput? Claim { get; init; }

    public Decision<IClaimFact> Decide(Claim? claim, ClaimReferences references)
    {
        if (claim is null)
        {
            return Refusal.Missing("unknown-claim", "There is no such claim.");
        }

        var faults = new Faults();
        var reason = Wording.Reason(Reason, faults);
        if (Claim is null)
        {
            faults.Add("/claim", "required", "This is required: the claim's whole new content.");
        }

        if (ParseContent(claim, references).Refuse(out var unusable, out var content) && Claim is not null)
        {
            foreach (var fault in unusable.Faults)
            {
                faults.Add(fault.Pointer, fault.Code, fault.Because);
            }
        }

        if (faults.Refuse(out var refusal))
        {
            return refusal;
        }

        return claim switch
        {
            _ when claim.Content == content && claim.CorrectionReason == reason => new Decision<IClaimFact>.Accepted(),
            { IsRetracted: true } => ReasonedChange.Retracted(claim),
            _ when content!.Evidence.Source != claim.First.Evidence.Source => Refusal.Unacceptable(new Fault(
                "/claim/evidence/source", "other-source", "A correction keeps the claim's source; record a new claim for another one.")),
            _ when claim.Content == content => Refusal.Unacceptable(new Fault(
                "/claim", "nothing-to-correct", "This is what the claim says already.")),
            _ => new Decision<IClaimFact>.Accepted(new ClaimCorrected(claim.Id, content, reason!)),
        };
    }

    private Parsed<ClaimContent> ParseContent(Claim claim, ClaimReferences references) =>
        ClaimParser.Parse(Claim ?? new ClaimInput(), references, claim, "/claim");
}
