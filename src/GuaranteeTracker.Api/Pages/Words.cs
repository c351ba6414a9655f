using System.Globalization;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Api.Pages;

/// <summary>Dates and numbers as people read them.</summary>
internal static class Words
{
    /// <summary>20 August 2025.</summary>
    public static string Of(DateOnly day) => DatesInWords.Of(day);

    /// <summary>The day, where the instant is a day's last microsecond as a D without a time is; else with its time, UTC.</summary>
    public static string Of(DateTime asOf) => IsWholeDay(asOf) ? Of(DateOnly.FromDateTime(asOf)) : asOf.ToString("d MMMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>As an address has it: a date where that says the same.</summary>
    public static string Iso(DateTime asOf) => Reading.Iso.Shortest(asOf);

    public static string Iso(DateOnly day) => Reading.Iso.Day(day);

    /// <summary>1 claim, 2 claims.</summary>
    public static string Count(int number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");

    /// <summary>Ana, Ben and Cleo.</summary>
    public static string List(IEnumerable<string> names) => names.ToArray() switch
    {
        [] => "",
        [var only] => only,
        [.. var first, var last] => $"{string.Join(", ", first)} and {last}",
    };

    private static bool IsWholeDay(DateTime instant) => Microseconds.EndOfDay(DateOnly.FromDateTime(instant)) == instant;
}
