using System.Globalization;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Mementos;

/// <summary>The header Accept-Datetime (RFC 7089, 2.1.1.1): an RFC 1123 date in GMT, and nothing else.</summary>
internal static class AcceptDatetime
{
    public const string Name = "Accept-Datetime";

    private static readonly Problem _malformed = new(
        400, "bad-header", "Send Accept-Datetime once, as an RFC 1123 date in GMT whose weekday fits, such as Wed, 20 Aug 2025 21:30:00 GMT; or leave it out for the last memento.",
        new Dictionary<string, string[]>(StringComparer.Ordinal) { [Name] = ["Write it as Wed, 20 Aug 2025 21:30:00 GMT."] });

    /// <param name="asked">The last microsecond of the second asked for, UTC, since a memento's own datetime is written in whole seconds; null where none is.</param>
    public static Problem? TryRead(HttpContext http, out DateTime? asked)
    {
        asked = null;
        var given = http.Request.Headers[Name];
        if (given.Count == 0)
        {
            return null;
        }

        // "r" takes no weekday that does not fit, no other zone and no one-digit day.
        if (given.Count > 1 || !DateTime.TryParseExact(given[0], "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var second))
        {
            return _malformed;
        }

        asked = second.AddTicks(TimeSpan.TicksPerSecond - TimeSpan.TicksPerMicrosecond);
        return null;
    }
}
