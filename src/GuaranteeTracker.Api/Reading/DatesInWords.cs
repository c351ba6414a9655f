using System.Globalization;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Reading;

/// <summary>Dates for people, as uncertain as they are.</summary>
internal static class DatesInWords
{
    /// <summary><c>18 August 2025</c>, <c>by 20 August 2025</c>, <c>between 18 August 2025 and 20 August 2025</c>, <c>about August 2025</c>.</summary>
    public static string Of(Edtf edtf) => CalendarDate.Of(edtf) switch
    {
        (null, { } last) => $"by {Of(last)}",
        ({ } first, null) => $"{Of(first)} or later",
        ({ } first, { } last) when first == last && !edtf.Text.Contains('/', StringComparison.Ordinal) => Of(first),
        var (first, last) => $"between {Of(first!)} and {Of(last!)}",
    };

    /// <param name="edtf">As it is on record.</param>
    public static string Of(string edtf) => Edtf.TryParse(edtf, out var date, out var because) ? Of(date) : throw new FormatException(because);

    /// <summary>The day, where the instant is a day's last microsecond as a D without a time is; else with its time, UTC.</summary>
    public static string Of(DateTime instant) => instant == Microseconds.EndOfDay(DateOnly.FromDateTime(instant))
        ? Of(DateOnly.FromDateTime(instant))
        : $"{Of(DateOnly.FromDateTime(instant))}, {instant.ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)}";

    public static string Of(DateOnly on, SinceKind kind) => kind == SinceKind.By ? $"by {Of(on)}" : Of(on);

    public static string Of(DateOnly day) => Of(CalendarDate.Of(day));

    private static string Of(CalendarDate date)
    {
        var month = date.Month is { } number ? $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(number)} " : "";
        var day = date.Day is { } of ? $"{of.ToString(CultureInfo.InvariantCulture)} " : "";
        var clock = date.Clock is { } time ? $", {time.ToString("HH:mm", CultureInfo.InvariantCulture)} {(date.Offset == "Z" ? "UTC" : $"UTC{date.Offset}")}" : "";
        var doubt = date.Doubt switch { '~' => "about ", '?' => "perhaps ", _ => "" };
        return $"{doubt}{day}{month}{date.Year.ToString(CultureInfo.InvariantCulture)}{clock}";
    }
}
