namespace GuaranteeTracker.Domain.Dates;

/// <summary>A year, month or day of the calendar, from its first to its last day, both inclusive.</summary>
internal readonly record struct CalendarPeriod(DateOnly First, DateOnly Last)
{
    /// <summary>Reads <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>, years 0001 to 9999.</summary>
    internal static PeriodFault Read(ReadOnlySpan<char> text, out CalendarPeriod period)
    {
        period = default;
        var month = 0;
        var day = 0;
        if (text.Length is not (4 or 7 or 10)
            || !AsciiDigits.TryRead(text[..4], out var year)
            || (text.Length >= 7 && !(text[4] == '-' && AsciiDigits.TryRead(text[5..7], out month)))
            || (text.Length == 10 && !(text[7] == '-' && AsciiDigits.TryRead(text[8..], out day))))
        {
            return PeriodFault.NotWrittenSo;
        }

        if (year == 0
            || (text.Length >= 7 && month is < 1 or > 12)
            || (text.Length == 10 && (day < 1 || day > DateTime.DaysInMonth(year, month))))
        {
            return PeriodFault.NotInTheCalendar;
        }

        period = text.Length switch
        {
            4 => new(new(year, 1, 1), new(year, 12, 31)),
            7 => new(new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month))),
            _ => new(new(year, month, day), new(year, month, day)),
        };
        return PeriodFault.None;
    }
}

internal enum PeriodFault { None, NotWrittenSo, NotInTheCalendar }
