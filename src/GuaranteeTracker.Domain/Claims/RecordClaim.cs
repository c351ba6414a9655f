namespace GuaranteeTracker.Domain.Claims;

/// <summary>An analyst asks to put a claim on record, quoting the source that carries it.</summary>
public sealed record RecordClaim : ClaimInput
{
    /// <summary>A UUID of the caller's choice; absent: one is made.</summary>
    public string? Id { get; init; }

    /// <param name="claim">What the record holds under this id; null when nothing.</param>
    /// <param name="id">The id to record under: the caller's, else one made at the edge.</param>
    /// <param name="references">What the record holds of what this refers to.</param>
    public Decision<IClaimFact> Decide(Claim? claim, Guid id, ClaimReferences references)
    {
        if (ClaimParser.Parse(this, references, claim).Refuse(out var refusal, out var content))
        {
            return refusal;
        }

        return claim switch
        {
            not null when claim.First == content => new Decision<IClaimFact>.Accepted(),
            not null => Refusal.Conflict("claim-id-taken", $"Claim {id} is on record with other content; correct it, or choose another id."),
            _ when references.Source!.IsWithdrawn => Refusal.Unacceptable(new Fault(
                "/evidence/source", "source-withdrawn", $"Source {references.Source.Id} was withdrawn; nothing more can be recorded from it.")),
            _ => new Decision<IClaimFact>.Accepted(new ClaimRecorded(id, content)),
        };
    }
}
