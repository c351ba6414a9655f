using System.Globalization;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Reading;

/// <summary>How much a page holds: the parameter <c>limit</c>.</summary>
internal static class PageLimit
{
    public const int Largest = 200;

    private const int Default = 50;

    public static Problem? TryRead(HttpContext http, out int limit)
    {
        var text = http.Request.Query["limit"];
        limit = Default;
        if (text.Count == 0)
        {
            return null;
        }

        if (text.Count > 1 || !long.TryParse(text[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return Problems.BadParameter("limit", "Send limit once, as a whole number.");
        }

        limit = (int)Math.Clamp(number, 1, Largest);
        return number == limit ? null : Problems.Unacceptable("limit", "out-of-range", $"A page holds from 1 to {Largest} rows: send a limit from 1 to {Largest}.");
    }
}
