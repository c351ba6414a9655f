using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Encounters;

namespace GuaranteeTracker.Api.Encounters;

/// <summary>Runs the encounters' deciders inside the recording transaction.</summary>
internal sealed class EncounterRecorder(Recorder recorder)
{
    public Task<Outcome> RecordAsync(RecordEncounter request, RecordingContext context, CancellationToken cancellation) =>
        ChosenId.Refuse(request.Id, out var id, out var refusal)
            ? Task.FromResult(refusal)
            : RunAsync(id, request, (encounter, actors) => request.Decide(encounter, id, actors), context, cancellation, needsPrecondition: false);

    public Task<Outcome> CorrectAsync(Guid id, CorrectEncounter request, RecordingContext context, CancellationToken cancellation) =>
        RunAsync(id, request, request.Decide, context, cancellation);

    private Task<Outcome> RunAsync(
        Guid id, EncounterInput input, Func<Encounter?, IReadOnlySet<string>, Decision<IEncounterFact>> decide,
        RecordingContext context, CancellationToken cancellation, bool needsPrecondition = true) =>
        recorder.RecordAsync(
            new RecordingRequest<IEncounterFact>(
                Streams.Encounter(id),
                $"/api/encounters/{id}",
                async scope =>
                {
                    var encounter = await scope.Session.FindEncounterAsync(id, scope.Cancellation);
                    var actors = await scope.ActorsAsync(input.Present ?? []);
                    return await scope.ProposeAsync(encounter, Encounter.Evolve, state => Task.FromResult(decide(state, actors)));
                },
                async scope => (await EncounterView.FindAsync(scope.Session, id, scope.Cancellation))!)
            {
                NeedsPrecondition = needsPrecondition,
            },
            context,
            cancellation);
}
