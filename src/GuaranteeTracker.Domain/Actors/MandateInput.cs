using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Actors;

/// <summary>A mandate, as somebody sends it.</summary>
public sealed record MandateInput
{
    /// <summary>Id of the actor spoken for.</summary>
    public string? For { get; init; }

    /// <summary>First day, inclusive: 2025-01-20.</summary>
    public string? From { get; init; }

    /// <summary>Last day, inclusive; absent while it lasts.</summary>
    public string? To { get; init; }

    internal static List<Mandate> Parse(IReadOnlyList<MandateInput?> inputs, string actor, IReadOnlySet<string> actors, Faults faults)
    {
        var mandates = new List<Mandate>();
        if (inputs.Count > 100)
        {
            faults.Add("/mandates", "too-many", "At most 100 mandates are kept.");
            return mandates;
        }

        for (var i = 0; i < inputs.Count; i++)
        {
            if ((inputs[i] ?? new MandateInput()).Parse(actor, actors, $"/mandates/{i}", faults) is not { } mandate)
            {
                continue;
            }

            if (mandates.Exists(other => other.For == mandate.For && other.From == mandate.From))
            {
                faults.Add($"/mandates/{i}", "mandate-twice", $"The mandate for {mandate.For} from {mandate.From:yyyy-MM-dd} is given twice.");
            }

            mandates.Add(mandate);
        }

        return mandates;
    }

    private Mandate? Parse(string actor, IReadOnlySet<string> actors, string at, Faults faults)
    {
        if (!Slug.IsValid(For))
        {
            faults.Add(at + "/for", "not-an-id", Slug.Rule);
        }
        else if (For == actor)
        {
            faults.Add(at + "/for", "own-mandate", "Everybody speaks for itself; a mandate is for another actor.");
        }
        else if (!actors.Contains(For!))
        {
            faults.Add(at + "/for", "unknown-actor", $"There is no actor {For} on record; record it first, with PUT /api/actors/{For}.");
        }

        var from = Day(From, at + "/from", faults);
        var to = To is null ? null : Day(To, at + "/to", faults);
        if (to < from)
        {
            faults.Add(at + "/to", "ends-before-it-begins", "The last day is before the first.");
        }

        return from is null || For is null ? null : new Mandate(For, from.Value, to);
    }

    private static DateOnly? Day(string? text, string pointer, Faults faults)
    {
        if (IsoMoment.TryParse(text, out var moment, out _) && moment.Date is { } day)
        {
            return day;
        }

        faults.Add(pointer, "not-a-date", "Send a date of the calendar: 2025-01-20.");
        return null;
    }
}
