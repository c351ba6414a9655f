using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Api.Pages.Quotes;

/// <summary>The parameters <c>from</c> and <c>to</c> of a page: between which instants a claim has to begin to count to be shown, both inclusive.</summary>
public sealed record SpokenPeriod(IsoMoment? From, IsoMoment? To)
{
    public bool IsWhole => From is null && To is null;

    public bool Has(DateTime at) => (From is null || From.Earliest <= at) && (To is null || at <= To.End);

    /// <summary>As a field for dates takes it; null where there is none.</summary>
    public string? FirstDay => From is null ? null : Words.Iso(From.UtcDate);

    /// <summary>As a field for dates takes it; null where there is none.</summary>
    public string? LastDay => To is null ? null : Words.Iso(To.UtcDate);

    internal static Problem? TryRead(HttpContext http, out SpokenPeriod period)
    {
        Problem?[] unreadable = [Moments.TryReadMoment(http, "from", out var from), Moments.TryReadMoment(http, "to", out var to)];
        period = new(from, to);
        return unreadable.FirstOrDefault(problem => problem is not null);
    }
}
