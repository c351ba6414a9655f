namespace GuaranteeTracker.Domain.Dates;

/// <summary>What an EDTF text means: the instants it allows, both ends inclusive.</summary>
internal readonly record struct EdtfSpan(DateTime Earliest, DateTime Latest, bool HasOpenStart = false, bool HasOpenEnd = false)
{
    private const int MaxLength = 64;
    private const string Open = "..";

    private static EdtfSpan Always => new(Microseconds.StartOfDay(DateOnly.MinValue), Microseconds.EndOfDay(DateOnly.MaxValue));

    /// <summary>Null, or a refusal for people.</summary>
    internal static string? Read(ReadOnlySpan<char> text, out EdtfSpan span)
    {
        span = default;
        if (text.Length > MaxLength)
        {
            return EdtfRefusal.Because($"This has more than {MaxLength} characters.");
        }

        var slash = text.IndexOf('/');
        return slash >= 0 ? ReadInterval(text[..slash], text[(slash + 1)..], out span)
             : text.Contains('T') ? ReadInstant(text, out span)
             : ReadDate(text, out span);
    }

    private static string? ReadDate(ReadOnlySpan<char> text, out EdtfSpan span)
    {
        span = default;
        var date = text is [.., '~' or '?'] ? text[..^1] : text;
        var fault = CalendarPeriod.Read(date, out var period);
        if (fault != PeriodFault.None)
        {
            return fault == PeriodFault.NotInTheCalendar ? EdtfRefusal.NotInTheCalendar(date) : EdtfRefusal.Subset;
        }

        span = new(Microseconds.StartOfDay(period.First), Microseconds.EndOfDay(period.Last));
        return null;
    }

    private static string? ReadInterval(ReadOnlySpan<char> first, ReadOnlySpan<char> last, out EdtfSpan span)
    {
        span = default;
        if (first.IsEmpty || last.IsEmpty)
        {
            return EdtfRefusal.Because("An open end of an interval is written as two dots.");
        }

        if (first.Contains('T') || last.Contains('T'))
        {
            return EdtfRefusal.Because("An interval is one of dates, without times.");
        }

        if (first is Open && last is Open)
        {
            return EdtfRefusal.Because("An interval is open at one end at most.");
        }

        var from = Always;
        var to = Always;
        var because = first is Open ? null : ReadDate(first, out from);
        because ??= last is Open ? null : ReadDate(last, out to);
        if (because is not null)
        {
            return because;
        }

        if (to.Latest < from.Earliest)
        {
            return EdtfRefusal.Because("The interval ends before it starts.");
        }

        span = new(from.Earliest, to.Latest, HasOpenStart: first is Open, HasOpenEnd: last is Open);
        return null;
    }

    private static string? ReadInstant(ReadOnlySpan<char> text, out EdtfSpan span)
    {
        span = default;
        if (text is [.., '~' or '?'])
        {
            return EdtfRefusal.Because("An instant takes neither ~ nor ?.");
        }

        var fault = IsoInstant.Read(text, out var instant);
        if (fault != InstantFault.None)
        {
            return EdtfRefusal.Of(fault, text);
        }

        if (instant.Resolution < TimeSpan.FromSeconds(1))
        {
            return EdtfRefusal.Because("Fractions of a second are not kept.");
        }

        span = new(instant.Utc, instant.Utc + (instant.Resolution - TimeSpan.FromMicroseconds(1)));
        return null;
    }
}
