using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Api.Reading;

/// <summary>Reads D and K from an address, and what the record held at K.</summary>
internal sealed class Moments(RecordReader record, TimeProvider clock)
{
    /// <summary>The last microsecond of the current day, UTC.</summary>
    public DateTime Today => Microseconds.EndOfDay(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    /// <summary>D: the parameter's instant, a date's last microsecond (UTC), or now.</summary>
    public Problem? TryReadAsOf(HttpContext http, out DateTime asOf) => TryReadDate(http, "asOf", null, out asOf);

    /// <summary>As <see cref="TryReadAsOf"/>, from another parameter.</summary>
    /// <param name="otherwise">Where the parameter is absent; null: now.</param>
    public Problem? TryReadDate(HttpContext http, string name, DateTime? otherwise, out DateTime asOf)
    {
        asOf = otherwise ?? Microseconds.Truncate(clock.GetUtcNow().UtcDateTime);
        if (TryReadMoment(http, name, out var moment) is { } unreadable)
        {
            return unreadable;
        }

        asOf = moment?.End ?? asOf;
        return null;
    }

    /// <summary>A date or an instant; null where the parameter is absent.</summary>
    public static Problem? TryReadMoment(HttpContext http, string name, out IsoMoment? moment) => TryReadMoment(http.Request.Query, name, out moment);

    /// <inheritdoc cref="TryReadMoment(HttpContext, string, out IsoMoment?)"/>
    public static Problem? TryReadMoment(IQueryCollection query, string name, out IsoMoment? moment)
    {
        moment = null;
        var given = query[name];
        return given.Count == 0 ? null
            : given.Count > 1 ? Problems.BadParameter(name, $"Send {name} once.")
            : IsoMoment.TryParse(given[0], out moment, out var because) ? null
            : Problems.BadParameter(name, because);
    }

    /// <summary>What the record held at knownAt; without it, everything committed before this call. Pinned tells whether K was given.</summary>
    public Task<(KnownRecord? Record, bool Pinned, Problem? Problem)> ReadAsync(HttpContext http, CancellationToken cancellation) =>
        ReadAsync(http, "knownAt", cancellation);

    /// <summary>As <see cref="ReadAsync(HttpContext, CancellationToken)"/>, from another parameter.</summary>
    public async Task<(KnownRecord? Record, bool Pinned, Problem? Problem)> ReadAsync(HttpContext http, string name, CancellationToken cancellation)
    {
        var given = http.Request.Query[name];
        if (given.Count == 0)
        {
            return (await record.ReadAsync(cancellation), false, null);
        }

        if (given.Count > 1)
        {
            return (null, true, Problems.BadParameter(name, $"Send {name} once."));
        }

        var (known, problem) = await ReadAsync(given[0]!, name, cancellation);
        return (known, true, problem);
    }

    /// <summary>What the record held at a K.</summary>
    /// <param name="given">As knownAt takes it.</param>
    /// <param name="name">What the caller knows it by.</param>
    public async Task<(KnownRecord? Record, Problem? Problem)> ReadAsync(string given, string name, CancellationToken cancellation)
    {
        if (KnownAt.Parse(given, out var because) is not { } knownAt)
        {
            return (null, Problems.BadParameter(name, because));
        }

        return await record.ReadAsync(knownAt, cancellation) is { } known
            ? (known, null)
            : (null, new(422, "unknown-moment", $"The record is not settled up to that moment yet, so the answer could still change. Ask for an earlier {name}, or leave it out."));
    }
}
