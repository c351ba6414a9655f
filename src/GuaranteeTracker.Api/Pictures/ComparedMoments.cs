using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>Between what an address asks for changes: (from, knownFrom) and (to, knownTo), and of which cells.</summary>
/// <param name="From">D of the first picture, UTC.</param>
/// <param name="To">D of the second picture, UTC.</param>
/// <param name="Then">At K of the first picture.</param>
/// <param name="Now">At K of the second picture; the very same where there is but one K.</param>
internal sealed record ComparedMoments(DateTime From, DateTime To, KnownRecord Then, KnownRecord Now, Selection Shown)
{
    public static async Task<(ComparedMoments? Moments, Problem? Problem)> ReadAsync(HttpContext http, Moments moments, CancellationToken cancellation)
    {
        if (Problems.First(moments.TryReadDate(http, "to", null, out var to), moments.TryReadDate(http, "from", to, out var from), Selections.TryRead(http, out var shown)) is { } first)
        {
            return (null, first);
        }

        var (now, _, unsettledNow) = await moments.ReadAsync(http, "knownTo", cancellation);
        var (then, _, unsettledThen) = http.Request.Query.ContainsKey("knownFrom") ? await moments.ReadAsync(http, "knownFrom", cancellation) : (now, false, null);
        return now is null || then is null ? (null, unsettledNow ?? unsettledThen) : (new(from, to, then, now, shown), null);
    }
}
