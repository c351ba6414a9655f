using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Claims;

/// <summary>What can be recorded of claims: the deciders, on what is on record.</summary>
internal static class ClaimRecordings
{
    public static IRecordingRequest Of(RecordClaim request) => ChosenId.Record(
        request.Id,
        id => Make(id, request, (claim, references) => request.Decide(claim, id, references())) with { NeedsPrecondition = false });

    public static IRecordingRequest Of(Guid id, CorrectClaim request) =>
        Make(id, request.Claim, (claim, references) => request.Decide(claim, references()));

    public static IRecordingRequest Of(Guid id, RetractClaim request) => Make(id, null, (claim, _) => request.Decide(claim));

    public static IRecordingRequest Of(Guid id, DisputeClaim request) => Make(id, null, (claim, _) => request.Decide(claim));

    public static IRecordingRequest Of(Guid id, ResolveDispute request) => Make(id, null, (claim, _) => request.Decide(claim));

    /// <param name="content">What refers to other things.</param>
    /// <param name="decide">On the claim, and what it refers to.</param>
    private static RecordingRequest<IClaimFact> Make(Guid id, ClaimInput? content, Func<Claim?, Func<ClaimReferences>, Decision<IClaimFact>> decide)
    {
        var quotation = Quotation.Of(content);
        return new(
            Streams.Claim(id),
            $"/api/claims/{id}",
            Needs.OfClaim(id, content),
            (grounds, context) => context.Propose(grounds.Claim(id), Claim.Evolve, claim => decide(claim, () => grounds.ReferencesOf(content ?? new ClaimInput(), quotation))),
            grounds =>
            {
                var claim = grounds.Claim(id)!;
                return ClaimView.Of(claim, grounds.Source(claim.State.Content.Evidence.Source)!.State);
            })
        {
            Quotation = quotation,
        };
    }
}
