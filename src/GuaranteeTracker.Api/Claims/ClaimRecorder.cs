using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Claims;

/// <summary>Runs the claims' deciders inside the recording transaction.</summary>
internal sealed class ClaimRecorder(Recorder recorder)
{
    public Task<Outcome> RecordAsync(RecordClaim request, RecordingContext context, CancellationToken cancellation) =>
        ChosenId.Refuse(request.Id, out var id, out var refusal)
            ? Task.FromResult(refusal)
            : RunAsync(id, async (scope, claim) => request.Decide(claim, id, await scope.ReferencesOfAsync(request)), context, cancellation, needsPrecondition: false);

    public Task<Outcome> CorrectAsync(Guid id, CorrectClaim request, RecordingContext context, CancellationToken cancellation) =>
        RunAsync(id, async (scope, claim) => request.Decide(claim, await scope.ReferencesOfAsync(request.Claim ?? new ClaimInput())), context, cancellation);

    public Task<Outcome> RetractAsync(Guid id, RetractClaim request, RecordingContext context, CancellationToken cancellation) =>
        RunAsync(id, (_, claim) => Task.FromResult(request.Decide(claim)), context, cancellation);

    public Task<Outcome> DisputeAsync(Guid id, DisputeClaim request, RecordingContext context, CancellationToken cancellation) =>
        RunAsync(id, (_, claim) => Task.FromResult(request.Decide(claim)), context, cancellation);

    public Task<Outcome> ResolveAsync(Guid id, ResolveDispute request, RecordingContext context, CancellationToken cancellation) =>
        RunAsync(id, (_, claim) => Task.FromResult(request.Decide(claim)), context, cancellation);

    private Task<Outcome> RunAsync(
        Guid id, Func<RecordingScope, Claim?, Task<Decision<IClaimFact>>> decide, RecordingContext context, CancellationToken cancellation, bool needsPrecondition = true) =>
        recorder.RecordAsync(
            new RecordingRequest<IClaimFact>(
                Streams.Claim(id),
                $"/api/claims/{id}",
                async scope =>
                {
                    var claim = await scope.Session.FindClaimAsync(id, scope.Cancellation);
                    return await scope.ProposeAsync(claim, Claim.Evolve, state => decide(scope, state));
                },
                async scope => (await ClaimView.FindAsync(scope.Session, id, scope.Cancellation))!)
            {
                NeedsPrecondition = needsPrecondition,
            },
            context,
            cancellation);
}
