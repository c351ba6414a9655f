using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Encounters;

/// <summary>An analyst asks to replace an encounter's whole content; what is left out is empty.</summary>
public sealed record CorrectEncounter : EncounterInput
{
    /// <summary>Why, for everybody to read.</summary>
    public string? Reason { get; init; }

    /// <param name="encounter">What the record holds; null when nothing.</param>
    /// <param name="actors">Those of the actors named as present that are on record.</param>
    public Decision<IEncounterFact> Decide(Encounter? encounter, IReadOnlySet<string> actors)
    {
        if (encounter is null)
        {
            return Refusal.Missing("unknown-encounter", "There is no such encounter.");
        }

        var faults = new Faults();
        var reason = string.IsNullOrWhiteSpace(Reason) ? null : Wording.Reason(Reason, faults);
        if (Ids.Optional(Id, "/id", faults) is { } id && id != encounter.Id)
        {
            faults.Add("/id", "other-id", "An encounter keeps its id; leave it out.");
        }

        if (Parse(actors, faults).Refuse(out var refusal, out var content))
        {
            return refusal;
        }

        return encounter.Content != content ? new Decision<IEncounterFact>.Accepted(new EncounterCorrected(encounter.Id, content, reason))
            : reason is null || encounter.CorrectionReason == reason ? new Decision<IEncounterFact>.Accepted()
            : Refusal.Unacceptable(new Fault("", "nothing-to-correct", "This is what the encounter says already."));
    }
}
