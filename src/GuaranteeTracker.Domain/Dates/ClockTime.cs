namespace GuaranteeTracker.Domain.Dates;

/// <summary>A time of day from 00:00 to 23:59:59.999999: neither 24:00 nor a leap second.</summary>
internal readonly record struct ClockTime(TimeSpan SinceMidnight, TimeSpan Resolution)
{
    /// <summary>Reads <c>hh:mm</c>, <c>hh:mm:ss</c> or <c>hh:mm:ss.f</c> with 1 to 7 digits of fraction.</summary>
    internal static InstantFault Read(ReadOnlySpan<char> text, out ClockTime time)
    {
        time = default;
        var seconds = 0;
        var microseconds = 0;
        if (text.Length is not (5 or 8 or (>= 10 and <= 16)) || text[2] != ':'
            || !AsciiDigits.TryRead(text[..2], out var hours) || !AsciiDigits.TryRead(text[3..5], out var minutes)
            || (text.Length >= 8 && !(text[5] == ':' && AsciiDigits.TryRead(text[6..8], out seconds)))
            || (text.Length >= 10 && !(text[8] == '.' && TryReadFraction(text[9..], out microseconds))))
        {
            return InstantFault.NotWrittenSo;
        }

        if (hours > 23 || minutes > 59 || seconds > 59)
        {
            return InstantFault.NotATimeOfDay;
        }

        var resolution = text.Length switch { 5 => TimeSpan.FromMinutes(1), 8 => TimeSpan.FromSeconds(1), _ => TimeSpan.FromMicroseconds(1) };
        time = new(new TimeSpan(0, hours, minutes, seconds, 0, microseconds), resolution);
        return InstantFault.None;
    }

    private static bool TryReadFraction(ReadOnlySpan<char> digits, out int microseconds)
    {
        if (!AsciiDigits.TryRead(digits[..Math.Min(digits.Length, 6)], out microseconds) || !char.IsAsciiDigit(digits[^1]))
        {
            return false;
        }

        for (var given = digits.Length; given < 6; given++)
        {
            microseconds *= 10;
        }

        return true;
    }
}
