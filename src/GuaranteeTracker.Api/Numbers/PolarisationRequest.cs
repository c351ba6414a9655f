using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Networks;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Numbers;

/// <summary>What an address asks of polarisation.</summary>
/// <param name="Stepping">Null: one window, the whole period.</param>
internal sealed record PolarisationRequest(SpokenPeriod Period, Selection Shown, Duplicates Duplicates, Stepping? Stepping)
{
    /// <summary>The same as an address has it, in one spelling: what is as it would be anyhow is left out.</summary>
    public IEnumerable<string> Write() =>
    [
        .. Period.Reach.Write(),
        .. Stepping?.Write() ?? [],
        .. Duplicates == Duplicates.All ? [] : new[] { $"duplicates={EnumWords.Of(Duplicates)}" },
        .. Selections.Write(Shown),
    ];

    public static Problem? TryRead(HttpContext http, out PolarisationRequest request)
    {
        var problem = Problems.First(
            SpokenPeriod.TryRead(http, out var period),
            Selections.TryRead(http.Request.Query, "topic", out var topics),
            ChosenWord.TryRead(http, "duplicates", Duplicates.All, out var duplicates),
            Stepping.TryRead(http, out var stepping),
            period.Reach.RefuseEmpty("from", "to"));
        request = new(period, Selection.Everything with { Topics = topics.ToHashSet(StringComparer.Ordinal) }, duplicates, stepping);
        return problem;
    }

    /// <param name="spoken">The days of the claims; null where there are none.</param>
    /// <returns>Null where there would be too many.</returns>
    public IReadOnlyList<DayWindow>? Windows(DayWindow? spoken) =>
        Stepping is not null ? Stepping.Over(Period, spoken)
        : (Period.From?.UtcDate ?? spoken?.First, Period.To?.UtcDate ?? spoken?.Last) is ({ } first, { } last) && first <= last ? [new(first, last)]
        : [];
}
