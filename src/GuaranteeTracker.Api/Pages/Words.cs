using System.Globalization;
using GuaranteeTracker.Api.Reading;

namespace GuaranteeTracker.Api.Pages;

/// <summary>Dates and numbers as people read them.</summary>
internal static class Words
{
    /// <summary>20 August 2025.</summary>
    public static string Of(DateOnly day) => DatesInWords.Of(day);

    /// <inheritdoc cref="DatesInWords.Of(DateTime)"/>
    public static string Of(DateTime asOf) => DatesInWords.Of(asOf);

    /// <summary>As an address has it: a date where that says the same.</summary>
    public static string Iso(DateTime asOf) => Reading.Iso.Shortest(asOf);

    public static string Iso(DateOnly day) => Reading.Iso.Day(day);

    /// <summary>1 claim, 2 claims.</summary>
    public static string Count(int number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");

    /// <summary>As a sentence begins with it.</summary>
    public static string AtStart(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>Ana, Ben and Cleo.</summary>
    public static string List(IEnumerable<string> names) => names.ToArray() switch
    {
        [] => "",
        [var only] => only,
        [.. var first, var last] => $"{string.Join(", ", first)} and {last}",
    };
}
