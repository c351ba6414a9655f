using System.Globalization;

namespace GuaranteeTracker.Api.Charts;

/// <summary>Dates for people, in UTC: <c>20 August 2025</c>.</summary>
internal static class DateWords
{
    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>With its time, to the minute.</summary>
    public static string Of(DateTime instant) => instant.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A D: the day alone where it is the last microsecond of one.</summary>
    public static string OfAsOf(DateTime asOf) => IsWholeDay(asOf) ? Of(DateOnly.FromDateTime(asOf)) : Of(asOf);

    /// <summary>A D as an address has it, in its shortest form.</summary>
    public static string InAddress(DateTime asOf) => asOf.ToString(IsWholeDay(asOf) ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    private static bool IsWholeDay(DateTime asOf) => asOf == Domain.Dates.Microseconds.EndOfDay(DateOnly.FromDateTime(asOf));
}
