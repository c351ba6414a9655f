using CsCheck;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Domain.Tests.Dates;

public sealed class ReadingDatesAndInstants
{
    [Fact]
    public void A_date_ends_with_its_last_microsecond_in_UTC()
    {
        var moment = Read("2025-08-20");

        moment.Date.Should().Be(new DateOnly(2025, 8, 20));
        moment.UtcDate.Should().Be(new DateOnly(2025, 8, 20));
        moment.Instant.Should().BeNull();
        moment.Earliest.Should().Be(new DateTime(2025, 8, 20, 0, 0, 0, DateTimeKind.Utc));
        moment.End.Should().Be(new DateTime(2025, 8, 20, 23, 59, 59, 999, 999, DateTimeKind.Utc));
    }

    [Fact]
    public void An_instant_is_its_own_end_and_has_a_date_in_UTC()
    {
        var moment = Read("2025-08-20T23:30:00-04:00");

        moment.Date.Should().BeNull();
        moment.UtcDate.Should().Be(new DateOnly(2025, 8, 21));
        moment.Instant.Should().Be(new DateTime(2025, 8, 21, 3, 30, 0, DateTimeKind.Utc));
        moment.Instant!.Value.Kind.Should().Be(DateTimeKind.Utc);
        (moment.Earliest, moment.End).Should().Be((moment.Instant.Value, moment.Instant.Value));
    }

    [Theory]
    [InlineData("2025-08-20T21:30Z", 0)]
    [InlineData("2025-08-20T21:30:00Z", 0)]
    [InlineData("2025-08-20T21:30:00.1Z", 100_000)]
    [InlineData("2025-08-20T21:30:00.012Z", 12_000)]
    [InlineData("2025-08-20T21:30:00.123456Z", 123_456)]
    [InlineData("2025-08-20T21:30:00.1234569Z", 123_456)]
    [InlineData("2025-08-20T23:30:00.9999999+02", 999_999)]
    public void Fractions_finer_than_a_microsecond_are_dropped(string text, int microseconds) =>
        Read(text).Instant.Should().Be(new DateTime(2025, 8, 20, 21, 30, 0, DateTimeKind.Utc).AddMicroseconds(microseconds));

    [Theory]
    [InlineData("2025-08-20T21:30:00", "The instant has no offset from UTC: end it with Z or with one such as -04:00.")]
    [InlineData("2025-08-20T21:30", "The instant has no offset from UTC: end it with Z or with one such as -04:00.")]
    [InlineData("2025-08-20T21:30:00 02:00", "There is a space before the offset: in an address `+` must be written `%2B`.")]
    [InlineData("2025-08-20T21:30:00+15:00", "An offset from UTC is at most 14:00: *")]
    [InlineData("2025-02-30", "2025-02-30 is not a date in the calendar. Write a date (2025-08-20) or an instant *")]
    [InlineData("2025-02-30T10:00Z", "2025-02-30 is not a date in the calendar. *")]
    [InlineData("2025-08-20T24:00Z", "A time of day runs from 00:00:00 to 23:59:59. *")]
    [InlineData("0001-01-01T00:00+01:00", "In UTC this instant falls outside the years 1 to 9999*")]
    public void A_refusal_says_what_to_do(string text, string sentence)
    {
        IsoMoment.TryParse(text, out var moment, out var because).Should().BeFalse();

        moment.Should().BeNull();
        because.Should().Match(sentence);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2025")]
    [InlineData("2025-08")]
    [InlineData("2025-08-20~")]
    [InlineData("2025-08-20/..")]
    [InlineData("20250820")]
    [InlineData("20/08/2025")]
    [InlineData("2025-08-20 ")]
    [InlineData("2025-08-20 21:30:00Z")]
    [InlineData("2025-08-20t21:30:00z")]
    [InlineData("2025-08-20T21:30:00.12345678Z")]
    [InlineData("2025-08-20T21:30:00.Z")]
    [InlineData("2025-08-20T21:30:00.1:3456Z")]
    [InlineData("2025-08-20T21:30:00.12345:Z")]
    [InlineData("2025-08-20T21:30.5Z")]
    [InlineData("2025-08-20T21:30:00+0200")]
    [InlineData("seq:12")]
    [InlineData("now")]
    [InlineData("٢٠٢٥-٠٨-١٨")]
    public void Other_forms_are_refused(string? text)
    {
        IsoMoment.TryParse(text, out _, out var because).Should().BeFalse();

        because.Should().StartWith("Write a date (2025-08-20) or an instant with its offset from UTC");
    }

    [Fact]
    public void Nothing_that_can_be_sent_throws() => Gen.String.Sample(text =>
        IsoMoment.TryParse(text, out var moment, out var because) ? moment.End.Kind == DateTimeKind.Utc : because.Length > 0);

    private static IsoMoment Read(string text)
    {
        IsoMoment.TryParse(text, out var moment, out var because).Should().BeTrue(because);
        return moment!;
    }
}
