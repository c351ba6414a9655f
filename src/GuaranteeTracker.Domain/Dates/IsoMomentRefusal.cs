namespace GuaranteeTracker.Domain.Dates;

internal static class IsoMomentRefusal
{
    private const string WhatToWrite = "Write a date (2025-08-20) or an instant with its offset from UTC (2025-08-20T21:30:00Z).";

    internal static string? Of(PeriodFault fault, ReadOnlySpan<char> text) => fault switch
    {
        PeriodFault.None => null,
        PeriodFault.NotInTheCalendar => NotInTheCalendar(text),
        _ => WhatToWrite,
    };

    internal static string? Of(InstantFault fault, ReadOnlySpan<char> text) => fault switch
    {
        InstantFault.None => null,
        InstantFault.NotInTheCalendar => NotInTheCalendar(text[..10]),
        InstantFault.NotATimeOfDay => $"A time of day runs from 00:00:00 to 23:59:59. {WhatToWrite}",
        InstantFault.NoOffset => "The instant has no offset from UTC: end it with Z or with one such as -04:00.",
        InstantFault.SpaceForPlus => "There is a space before the offset: in an address `+` must be written `%2B`.",
        InstantFault.NotAnOffset => "An offset from UTC is at most 14:00: end the instant with Z or with one such as -04:00.",
        InstantFault.OutsideTheYears => "In UTC this instant falls outside the years 1 to 9999: write one within them.",
        _ => WhatToWrite,
    };

    private static string NotInTheCalendar(ReadOnlySpan<char> date) => $"{date} is not a date in the calendar. {WhatToWrite}";
}
