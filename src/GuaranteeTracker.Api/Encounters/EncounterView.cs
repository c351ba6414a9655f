using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Encounters;
using Marten;

namespace GuaranteeTracker.Api.Encounters;

/// <summary>An encounter as it is answered.</summary>
/// <param name="Version">Send it in If-Match to correct the encounter.</param>
internal sealed record EncounterView(Guid Id, long Version, string Title, Edtf Date, string? Place, ValueList<string> Present)
{
    public static EncounterView Of(Encounter encounter, long version) =>
        new(encounter.Id, version, encounter.Content.Title, encounter.Content.Date, encounter.Content.Place, encounter.Content.Present);

    public static EncounterView Of(Stored<Encounter> encounter) => Of(encounter.State, encounter.Version);

    /// <summary>Null when there is no such encounter.</summary>
    public static async Task<EncounterView?> FindAsync(IQuerySession session, Guid id, CancellationToken cancellation) =>
        await session.FindEncounterAsync(id, cancellation) is { } encounter ? Of(encounter) : null;
}
