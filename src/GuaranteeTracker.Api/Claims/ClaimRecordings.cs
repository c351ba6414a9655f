using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Claims;

/// <summary>What can be recorded of claims: the deciders, on what is on record.</summary>
internal static class ClaimRecordings
{
    public static IRecordingRequest Of(RecordClaim request) => ChosenId.Record(
        request.Id,
        id => Make(id, request, (grounds, claim) => request.Decide(claim, id, grounds.ReferencesOf(request))) with { NeedsPrecondition = false });

    public static IRecordingRequest Of(Guid id, CorrectClaim request) =>
        Make(id, request.Claim, (grounds, claim) => request.Decide(claim, grounds.ReferencesOf(request.Claim ?? new ClaimInput())));

    public static IRecordingRequest Of(Guid id, RetractClaim request) => Make(id, null, (_, claim) => request.Decide(claim));

    public static IRecordingRequest Of(Guid id, DisputeClaim request) => Make(id, null, (_, claim) => request.Decide(claim));

    public static IRecordingRequest Of(Guid id, ResolveDispute request) => Make(id, null, (_, claim) => request.Decide(claim));

    /// <param name="content">What refers to other things.</param>
    private static RecordingRequest<IClaimFact> Make(Guid id, ClaimInput? content, Func<Grounds, Claim?, Decision<IClaimFact>> decide) => new(
        Streams.Claim(id),
        $"/api/claims/{id}",
        Needs.OfClaim(id, content),
        (grounds, context) => context.Propose(grounds.Claim(id), Claim.Evolve, claim => decide(grounds, claim)),
        grounds =>
        {
            var claim = grounds.Claim(id)!;
            return ClaimView.Of(claim, grounds.Source(claim.State.Content.Evidence.Source)!.State);
        });
}
