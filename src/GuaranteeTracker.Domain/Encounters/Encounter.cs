namespace GuaranteeTracker.Domain.Encounters;

/// <summary>A meeting, call or summit, as its events tell.</summary>
/// <param name="First">What was first put on record.</param>
public sealed record Encounter(Guid Id, EncounterContent First, EncounterContent Content, string? CorrectionReason)
{
    public static Encounter Evolve(Encounter? encounter, IEncounterFact fact) => (encounter, fact) switch
    {
        (null, EncounterRecorded e) => new(e.Encounter, e.Content, e.Content, null),
        (not null, EncounterCorrected e) => encounter with { Content = e.Content, CorrectionReason = e.Reason },
        _ => throw new NotSupportedException($"{fact.GetType().Name} has no place in the life of encounter {fact.Encounter}."),
    };
}
