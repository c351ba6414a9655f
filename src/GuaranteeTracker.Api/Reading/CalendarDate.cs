using System.Globalization;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Api.Reading;

/// <summary>A date as somebody wrote it, never converted: as exact as it was written, and no more.</summary>
/// <param name="Month">1 to 12; null where only the year is known.</param>
/// <param name="Day">1 to 31; null where only the month is known.</param>
/// <param name="Clock">Hour and minute at the place, where they are known.</param>
/// <param name="Offset">Of that clock from UTC, as written: <c>Z</c>, <c>-04:00</c>.</param>
/// <param name="Doubt"><c>~</c> for approximate, <c>?</c> for uncertain.</param>
internal sealed record CalendarDate(int Year, int? Month, int? Day, TimeOnly? Clock = null, string? Offset = null, char? Doubt = null)
{
    private const int LengthOfDay = 10, LengthOfMinute = 16;

    public static CalendarDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Both ends of an interval, null for an open one; of anything else the date, twice.</summary>
    public static (CalendarDate? First, CalendarDate? Last) Of(Edtf edtf)
    {
        var ends = edtf.Text.Split('/');
        return (edtf.HasOpenStart ? null : Read(ends[0]), edtf.HasOpenEnd ? null : Read(ends[^1]));
    }

    /// <param name="text">What EDTF allows at either end of an interval, or alone.</param>
    private static CalendarDate Read(string text)
    {
        char? doubt = text[^1] is '~' or '?' ? text[^1] : null;
        var date = (doubt is null ? text : text[..^1]).AsSpan();
        if (date.Contains('T'))
        {
            var offset = date[LengthOfDay..].IndexOfAny('Z', '+', '-') + LengthOfDay;
            var day = Read(text[..LengthOfDay]);
            return day with { Clock = TimeOnly.ParseExact(date[(LengthOfDay + 1)..LengthOfMinute], "HH:mm", CultureInfo.InvariantCulture), Offset = date[offset..].ToString() };
        }

        return new(Number(date[..4]), date.Length > 4 ? Number(date[5..7]) : null, date.Length > 7 ? Number(date[8..]) : null, Doubt: doubt);
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
