using System.Globalization;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Api.Reading;

/// <summary>Days and instants (UTC) as addresses, JSON and tables have them: ISO 8601.</summary>
internal static class Iso
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>To the microsecond, without zeros at the end.</summary>
    public static string Instant(DateTime instant) => instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>The day, where the instant is its last microsecond, as it is what a D without a time means.</summary>
    public static string Shortest(DateTime instant)
    {
        var day = DateOnly.FromDateTime(instant);
        return instant == Microseconds.EndOfDay(day) ? Day(day) : Instant(instant);
    }
}
