using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Encounters;

namespace GuaranteeTracker.Api.Encounters;

/// <summary>An encounter as pages show it.</summary>
/// <param name="More">How many were present beside those named.</param>
public sealed record ShownEncounter(Guid Id, string Title, Edtf Date, string? Place, IReadOnlyList<Named> Present, int More)
{
    private const int MostPresent = 30;

    /// <summary>The day (UTC) it is marked at, as an address has it.</summary>
    public string Day => Iso.Day(Date.MarkedDay);

    internal static ShownEncounter Of(Encounter encounter, KnownRecord record)
    {
        var content = encounter.Content;
        return new(
            encounter.Id, content.Title, content.Date, content.Place,
            [.. content.Present.Take(MostPresent).Select(actor => new Named(actor, record.NameOf(actor)))], Math.Max(0, content.Present.Count - MostPresent));
    }
}
