using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Api.Reading;

/// <summary>The parameters <c>from</c> and <c>to</c>: between which instants something has to lie to be shown, both inclusive. A claim lies where it begins to count.</summary>
/// <param name="From">Null: from the beginning.</param>
/// <param name="To">Null: to the end.</param>
public sealed record SpokenPeriod(IsoMoment? From, IsoMoment? To)
{
    public bool IsWhole => From is null && To is null;

    /// <summary>UTC; null: from the beginning.</summary>
    public DateTime? First => From?.Earliest;

    /// <summary>UTC; null: to the end.</summary>
    public DateTime? Last => To?.End;

    /// <summary>As a field for dates takes it; null where there is none.</summary>
    public string? FirstDay => From is null ? null : Iso.Day(From.UtcDate);

    /// <summary>As a field for dates takes it; null where there is none.</summary>
    public string? LastDay => To is null ? null : Iso.Day(To.UtcDate);

    public bool Has(DateTime at) => (From is null || From.Earliest <= at) && (To is null || at <= To.End);

    /// <summary>The part of it that begins at an instant (UTC).</summary>
    internal SpokenPeriod Begin(DateTime at) =>
        IsoMoment.TryParse(Iso.Instant(at), out var moment, out var because) ? this with { From = moment } : throw new FormatException(because);

    internal static Problem? TryRead(HttpContext http, out SpokenPeriod period)
    {
        var problem = Problems.First(Moments.TryReadMoment(http, "from", out var from), Moments.TryReadMoment(http, "to", out var to));
        period = new(from, to);
        return problem;
    }

    /// <summary>As addresses of data have it: the instants.</summary>
    internal IEnumerable<string> Write() => Write(Iso.Instant);

    /// <summary>As addresses of images have it, which are printed: dates where they say the same.</summary>
    internal IEnumerable<string> WriteShort() => Write(Iso.Shortest);

    private IEnumerable<string> Write(Func<DateTime, string> iso) =>
    [
        .. First is { } first ? [$"from={iso(first)}"] : Array.Empty<string>(),
        .. Last is { } last ? [$"to={iso(last)}"] : Array.Empty<string>(),
    ];
}
