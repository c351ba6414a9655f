using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Api.Reading;

/// <summary>The parameters <c>from</c> and <c>to</c>: between which instants something has to lie to be shown, both inclusive. A claim lies where it begins to count.</summary>
public sealed record SpokenPeriod(IsoMoment? From, IsoMoment? To)
{
    public bool IsWhole => From is null && To is null;

    internal Reach Reach => new(From?.Earliest, To?.End);

    /// <summary>As a field for dates takes it; null where there is none.</summary>
    public string? FirstDay => From is null ? null : Iso.Day(From.UtcDate);

    /// <summary>As a field for dates takes it; null where there is none.</summary>
    public string? LastDay => To is null ? null : Iso.Day(To.UtcDate);

    internal static Problem? TryRead(HttpContext http, out SpokenPeriod period)
    {
        var problem = Problems.First(Moments.TryReadMoment(http, "from", out var from), Moments.TryReadMoment(http, "to", out var to));
        period = new(from, to);
        return problem;
    }
}
