using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Encounters;

namespace GuaranteeTracker.Api.Encounters;

/// <summary>What can be recorded of encounters: the deciders, on what is on record.</summary>
internal static class EncounterRecordings
{
    public static IRecordingRequest Of(RecordEncounter request) => ChosenId.Record(
        request.Id, id => Make(id, request, (encounter, actors) => request.Decide(encounter, id, actors)) with { NeedsPrecondition = false });

    public static IRecordingRequest Of(Guid id, CorrectEncounter request) => Make(id, request, request.Decide);

    private static RecordingRequest<IEncounterFact> Make(
        Guid id, EncounterInput input, Func<Encounter?, IReadOnlySet<string>, Decision<IEncounterFact>> decide) => new(
        Streams.Encounter(id),
        $"/api/encounters/{id}",
        Needs.Of(Streams.Encounter(id)).Mentioning(input.Present ?? []),
        (grounds, context) => context.Propose(grounds.Encounter(id), Encounter.Evolve, state => decide(state, grounds.Actors(input.Present ?? []))),
        grounds => EncounterView.Of(grounds.Encounter(id)!));
}
