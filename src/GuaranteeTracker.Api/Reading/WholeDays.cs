using System.Globalization;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Reading;

/// <summary>A parameter that takes a number of days, from 1 on.</summary>
internal static class WholeDays
{
    /// <param name="longest">More are refused.</param>
    /// <param name="days">Null where the parameter is absent.</param>
    public static Problem? TryRead(HttpContext http, string name, int longest, out int? days)
    {
        days = null;
        var given = http.Request.Query[name];
        if (given.Count == 0)
        {
            return null;
        }

        if (given.Count > 1 || !long.TryParse(given[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return Problems.BadParameter(name, $"Send {name} once, as a whole number of days from 1 to {longest}.");
        }

        days = (int)Math.Clamp(number, 1, longest);
        return days == number ? null : OutOfRange(name, $"Send {name} as a number of days from 1 to {longest}.");
    }

    public static Problem OutOfRange(string name, string because) => new(422, "out-of-range", because, new Dictionary<string, string[]>(StringComparer.Ordinal) { [name] = [because] });
}
