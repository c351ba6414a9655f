using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Numbers;

/// <summary>What an address asks of the convergence of a topic.</summary>
/// <param name="Step">Days from one moment of the series to the next.</param>
/// <param name="Actors">Whose stances; none: everybody's. In ordinal order.</param>
internal sealed record ConvergenceRequest(IsoMoment? From, IsoMoment? To, int Step, IReadOnlyList<string> Actors)
{
    public const int UsualStep = 7, LongestStep = 366;

    /// <summary>The same as an address has it, in one spelling: what is as it would be anyhow is left out.</summary>
    public IEnumerable<string> Write() =>
    [
        .. From is null ? [] : new[] { $"from={Iso.Instant(From.End)}" },
        .. To is null ? [] : new[] { $"to={Iso.Instant(To.End)}" },
        .. Step == UsualStep ? [] : new[] { string.Create(CultureInfo.InvariantCulture, $"step={Step}") },
        .. Actors.Select(actor => $"actor={actor}"),
    ];

    public static Problem? TryRead(HttpContext http, out ConvergenceRequest request)
    {
        var problem = Problems.First(
            Moments.TryReadMoment(http, "from", out var from),
            Moments.TryReadMoment(http, "to", out var to),
            WholeDays.TryRead(http, "step", LongestStep, out var step),
            Selections.TryRead(http.Request.Query, "actor", out var actors));
        request = new(from, to, step ?? UsualStep, actors);
        return problem ?? (to?.End < from?.End ? EndsBefore : null);
    }

    /// <summary>From when to when: what is not asked for is the first or the last day (UTC) on which a claim begins to count, as far as that makes a period.</summary>
    /// <returns>Null where nobody asked for a moment, and nothing was said.</returns>
    public (DateTime From, DateTime To)? Over(IReadOnlyCollection<CellCourse> courses)
    {
        var spoken = courses.SelectMany(course => course.Claims).Select(claim => Microseconds.EndOfDay(DateOnly.FromDateTime(claim.Effective))).DefaultIfEmpty();
        var (first, last) = courses.Count == 0 ? default((DateTime?, DateTime?)) : (spoken.Min(), spoken.Max());
        var from = From?.End ?? (To?.End < first ? To!.End : first ?? To?.End);
        var to = To?.End ?? (From?.End > last ? From!.End : last ?? From?.End);
        return (from, to) is ({ } begins, { } ends) ? (begins, ends) : null;
    }

    private static Problem EndsBefore { get; } = new(
        422, "ends-before-it-begins", "The second moment is before the first. Send from and to the other way round.",
        new Dictionary<string, string[]>(StringComparer.Ordinal) { ["to"] = ["Send a moment that is not before from."] });
}
