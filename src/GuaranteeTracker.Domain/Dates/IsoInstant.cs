using System.Buffers;

namespace GuaranteeTracker.Domain.Dates;

/// <summary>A moment written with its offset from UTC, and how finely it was written.</summary>
/// <param name="Utc">The first microsecond it can mean, UTC.</param>
/// <param name="Resolution">A minute, a second, or where a fraction was given a microsecond.</param>
internal readonly record struct IsoInstant(DateTime Utc, TimeSpan Resolution)
{
    private const int LengthOfDay = 10;
    private static readonly SearchValues<char> _clock = SearchValues.Create("0123456789:.");

    /// <summary>Reads <c>yyyy-MM-ddThh:mm[:ss[.f]]</c>, 1 to 7 digits of fraction (the seventh is dropped), then <c>Z</c>, <c>±hh</c> or <c>±hh:mm</c>.</summary>
    internal static InstantFault Read(ReadOnlySpan<char> text, out IsoInstant instant)
    {
        instant = default;
        if (text.Length <= LengthOfDay || text[LengthOfDay] != 'T')
        {
            return InstantFault.NotWrittenSo;
        }

        var dateFault = CalendarPeriod.Read(text[..LengthOfDay], out var day);
        if (dateFault != PeriodFault.None)
        {
            return dateFault == PeriodFault.NotInTheCalendar ? InstantFault.NotInTheCalendar : InstantFault.NotWrittenSo;
        }

        var time = text[(LengthOfDay + 1)..];
        var endOfClock = time.IndexOfAnyExcept(_clock);
        var offset = TimeSpan.Zero;
        var fault = ClockTime.Read(endOfClock < 0 ? time : time[..endOfClock], out var clock);
        if (fault == InstantFault.None)
        {
            fault = endOfClock < 0 ? InstantFault.NoOffset : UtcOffset.Read(time[endOfClock..], out offset);
        }

        if (fault != InstantFault.None)
        {
            return fault;
        }

        var ticks = Microseconds.StartOfDay(day.First).Ticks + (clock.SinceMidnight - offset).Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            return InstantFault.OutsideTheYears;
        }

        instant = new(new DateTime(ticks, DateTimeKind.Utc), clock.Resolution);
        return InstantFault.None;
    }
}

internal enum InstantFault
{
    None, NotWrittenSo, NotInTheCalendar, NotATimeOfDay, NoOffset, SpaceForPlus, NotAnOffset, OutsideTheYears,
}
