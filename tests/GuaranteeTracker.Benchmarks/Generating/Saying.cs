using System.Globalization;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>Who says something when, and how it comes to be written: the mixture of voices and of dates.</summary>
internal static class Saying
{
    public static Voice Voice(ref Draw draw) => draw.Share() switch
    {
        < 0.45 => Domain.Claims.Voice.Quote,
        < 0.75 => Domain.Claims.Voice.Paraphrase,
        < 0.90 => Domain.Claims.Voice.Observation,
        _ => Domain.Claims.Voice.Hearsay,
    };

    public static string? Speaker(ref Draw draw, Voice voice, int actor) => voice switch
    {
        Domain.Claims.Voice.Observation => null,
        Domain.Claims.Voice.Hearsay when draw.Chance(0.8) => null,
        _ when draw.Chance(0.2) => null,
        _ => World.Speaker(actor, draw.Chance(0.7) ? 0 : 1),
    };

    /// <summary>88 % plain dates, and some of each of the other forms; never later than the publication allows.</summary>
    public static Edtf Stated(ref Draw draw, DateTime published)
    {
        var (said, first) = (published.Date.AddDays(-draw.Below(3)), World.First);
        var day = said < first ? first : said;
        var text = draw.Share() switch
        {
            < 0.88 => Write(day),
            < 0.93 => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T{draw.Below(24):00}:{draw.Below(60):00}:00Z"),
            < 0.95 => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM}"),
            < 0.98 => $"{Write(day.AddDays(-1 - draw.Below(6)))}/{Write(day)}", // may begin before the first day
            _ => $"../{Write(day)}",
        };
        return Edtf.TryParse(text, out var stated, out var because) ? stated : throw new FormatException(because);
    }

    private static string Write(DateTime day) => Edtf.WritePlainDate(day);
}
