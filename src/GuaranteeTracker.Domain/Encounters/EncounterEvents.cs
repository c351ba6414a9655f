using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Domain.Encounters;

/// <summary>A fact about one encounter.</summary>
public interface IEncounterFact : IFact
{
    Guid Encounter { get; }
}

public sealed record EncounterRecorded(Guid Encounter, EncounterContent Content) : IEncounterFact;

/// <param name="Content">The whole new content.</param>
/// <param name="Reason">Why, where one was given.</param>
public sealed record EncounterCorrected(Guid Encounter, EncounterContent Content, string? Reason) : IEncounterFact;

/// <param name="Date">When it took or is to take place.</param>
/// <param name="Present">Ids of the actors present, each once, in ordinal order.</param>
public sealed record EncounterContent(string Title, Edtf Date, string? Place, ValueList<string> Present);
