using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Encounters;

/// <summary>An encounter as somebody sends it.</summary>
public abstract record EncounterInput
{
    /// <summary>A UUID of the caller's choice; in a correction, if given, the encounter's own.</summary>
    public string? Id { get; init; }

    public string? Title { get; init; }

    /// <summary>In EDTF: 2025-08-18, 2025-08-11/2025-08-17.</summary>
    public string? Date { get; init; }

    public string? Place { get; init; }

    /// <summary>Ids of the actors present.</summary>
    public IReadOnlyList<string?>? Present { get; init; }

    /// <param name="actors">Those of the actors named as present that are on record.</param>
    internal Parsed<EncounterContent> Parse(IReadOnlySet<string> actors, Faults faults)
    {
        var title = Wording.Name(Title, "/title", faults);
        if (!Edtf.TryParse(Date, out var date, out var because))
        {
            faults.Add("/date", "not-edtf", because);
        }

        var place = string.IsNullOrWhiteSpace(Place) ? null : Wording.Name(Place, "/place", faults);
        var present = Present ?? [];
        if (present.Count is 0 or > 200)
        {
            faults.Add("/present", "required", "Name the actors present: at least one, at most 200.");
        }

        for (var i = 0; i < present.Count; i++)
        {
            if (!Slug.IsValid(present[i]))
            {
                faults.Add($"/present/{i}", "not-an-id", Slug.Rule);
            }
            else if (!actors.Contains(present[i]!))
            {
                faults.Add($"/present/{i}", "unknown-actor", $"There is no actor {present[i]} on record; record it first, with PUT /api/actors/{present[i]}.");
            }
        }

        return faults.Any
            ? new(faults)
            : new(new EncounterContent(title!, date!, place, [.. present.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
    }
}
