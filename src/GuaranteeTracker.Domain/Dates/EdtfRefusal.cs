namespace GuaranteeTracker.Domain.Dates;

internal static class EdtfRefusal
{
    internal const string Subset =
        "The supported subset of EDTF is a year (2025), a month (2025-08), a day (2025-08-18), an interval of two of these "
        + "(2025-08-18/2025-08-20) or open at one end (../2025-08-20, 2025-08-18/..), each date followed by ~ if approximate or ? if uncertain, "
        + "and an instant with its offset from UTC to the minute or second (2025-08-18T21:30-04:00, 2025-08-18T21:30:00Z).";

    internal static string Because(string wrong) => $"{wrong} {Subset}";

    /// <param name="date">Digits and hyphens only: it is shown as it is.</param>
    internal static string NotInTheCalendar(ReadOnlySpan<char> date) => Because($"{date} is not a date in the calendar.");

    internal static string Of(InstantFault fault, ReadOnlySpan<char> text) => fault switch
    {
        InstantFault.NotInTheCalendar => NotInTheCalendar(text[..10]),
        InstantFault.NotATimeOfDay => Because("A time of day runs from 00:00:00 to 23:59:59."),
        InstantFault.NoOffset => Because("An instant needs its offset from UTC."),
        InstantFault.NotAnOffset => Because("An offset from UTC is at most 14:00."),
        InstantFault.OutsideTheYears => Because("In UTC this instant falls outside the years 1 to 9999."),
        _ => Subset,
    };
}
