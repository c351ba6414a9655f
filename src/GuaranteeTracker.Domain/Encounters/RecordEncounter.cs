namespace GuaranteeTracker.Domain.Encounters;

/// <summary>An analyst asks to put a meeting, call or summit on record.</summary>
public sealed record RecordEncounter : EncounterInput
{
    /// <param name="encounter">What the record holds under this id; null when nothing.</param>
    /// <param name="id">The id to record under: the caller's, else one made at the edge.</param>
    /// <param name="actors">Those of the actors named as present that are on record.</param>
    public Decision<IEncounterFact> Decide(Encounter? encounter, Guid id, IReadOnlySet<string> actors)
    {
        if (Parse(actors, new Faults()).Refuse(out var refusal, out var content))
        {
            return refusal;
        }

        return encounter switch
        {
            null => new Decision<IEncounterFact>.Accepted(new EncounterRecorded(id, content)),
            _ when encounter.First == content => new Decision<IEncounterFact>.Accepted(),
            _ => Refusal.Conflict("encounter-id-taken", $"Encounter {id} is on record with other content; correct it, or choose another id."),
        };
    }
}
