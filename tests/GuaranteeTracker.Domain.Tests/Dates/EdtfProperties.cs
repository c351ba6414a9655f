using System.Globalization;
using CsCheck;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Domain.Tests.Dates;

public sealed class EdtfProperties
{
    private static readonly Gen<DateOnly> _days = Gen.Int[DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    // Pieces of dates in any order: now and then they make one.
    private static readonly Gen<string> _almostDates = Gen.OneOf(
        "2025", "9999", "0001", "-", "08", "-02", "-31", "/", "..", "~", "?", "T21:30", "T", ":59", "Z", "+14:00", "-04", ".5", " ", "\uD83D").Array[0, 7].Select(string.Concat);

    [Fact]
    public void A_day_means_itself() => _days.Sample(day =>
    {
        var stated = Read(Write(day));
        return DateOnly.FromDateTime(stated.Earliest) == day && stated.Latest == Microseconds.EndOfDay(day)
            && stated.Earliest.Kind == DateTimeKind.Utc && stated.Latest.Kind == DateTimeKind.Utc;
    });

    [Fact]
    public void The_interval_of_two_days_covers_both_and_no_more() => Gen.Select(_days, _days).Sample((a, b) =>
    {
        var (first, last) = a <= b ? (a, b) : (b, a);
        var stated = Read($"{Write(first)}/{Write(last)}");
        return stated.Earliest == Read(Write(first)).Earliest && stated.Latest == Read(Write(last)).Latest;
    });

    [Fact]
    public void The_same_instant_in_any_zone_is_the_same_instant() =>
        Gen.Select(_days, Gen.Int[0, 1439], Gen.Int[-840, 840]).Sample((day, minute, offset) =>
        {
            var local = day.ToDateTime(new TimeOnly(minute / 60, minute % 60));
            var text = string.Create(CultureInfo.InvariantCulture, $"{local:yyyy-MM-ddTHH:mm}{(offset < 0 ? '-' : '+')}{Math.Abs(offset) / 60:00}:{Math.Abs(offset) % 60:00}");
            var utc = local.Ticks - offset * TimeSpan.TicksPerMinute;
            return Edtf.TryParse(text, out var stated, out _)
                ? stated.Earliest.Ticks == utc
                : utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks;
        });

    [Fact]
    public void Nothing_that_can_be_sent_throws_and_what_is_read_is_in_order() => Gen.OneOf(Gen.String, _almostDates).Sample(text =>
        Edtf.TryParse(text, out var edtf, out var because)
            ? because is null && edtf.Earliest <= edtf.Latest && edtf.Text == text && edtf.Latest.Ticks % TimeSpan.TicksPerMicrosecond == 0
            : edtf is null && because.Length > 0);

    private static Edtf Read(string text) => Edtf.TryParse(text, out var edtf, out var because) ? edtf : throw new InvalidOperationException(because);

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
