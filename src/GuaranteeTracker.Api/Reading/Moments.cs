using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Api.Reading;

/// <summary>Reads D and K from an address, and what the record held at K.</summary>
internal sealed class Moments(KnowledgeReader record, CheckpointReader checkpoints, TimeProvider clock)
{
    /// <summary>D: the parameter's instant, a date's last microsecond (UTC), or now.</summary>
    public Problem? TryReadAsOf(HttpContext http, out DateTime asOf) => TryReadDate(http, "asOf", null, out asOf);

    /// <summary>As <see cref="TryReadAsOf"/>, from another parameter.</summary>
    /// <param name="otherwise">Where the parameter is absent; null: now.</param>
    public Problem? TryReadDate(HttpContext http, string name, DateTime? otherwise, out DateTime asOf)
    {
        asOf = otherwise ?? Microseconds.Truncate(clock.GetUtcNow().UtcDateTime);
        var given = http.Request.Query[name];
        if (given.Count == 0)
        {
            return null;
        }

        if (given.Count > 1)
        {
            return Problems.BadParameter(name, $"Send {name} once.");
        }

        if (!IsoMoment.TryParse(given[0], out var moment, out var because))
        {
            return Problems.BadParameter(name, because);
        }

        asOf = moment.End;
        return null;
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

        if (KnownAt.Parse(given[0]!, out var because) is not { } knownAt)
        {
            return (null, true, Problems.BadParameter(name, because));
        }

        return await checkpoints.SettleAsync(knownAt, cancellation) is { } known
            ? (await record.ReadAsync(known, cancellation), true, null)
            : (null, true, new(422, "unknown-moment", $"The record is not settled up to that moment yet, so the answer could still change. Ask for an earlier {name}, or leave it out."));
    }
}
