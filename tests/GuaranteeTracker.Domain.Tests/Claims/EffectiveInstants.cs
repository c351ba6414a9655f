using System.Globalization;
using CsCheck;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Domain.Tests.Claims;

/// <summary>"Two time axes": when a claim counts. Each source here was published on 20 August 2025.</summary>
public sealed class EffectiveInstants
{
    private static readonly DateOnly _published = new(2025, 8, 20);

    [Theory]
    [InlineData("2025-08-18", "2025-08-18T23:59:59.999999")]
    [InlineData("2025-08-18~", "2025-08-18T23:59:59.999999")]
    [InlineData("2025-08-17/2025-08-18", "2025-08-18T23:59:59.999999")]
    [InlineData("../2025-08-18", "2025-08-18T23:59:59.999999")]
    [InlineData("2025-07", "2025-07-31T23:59:59.999999")]
    [InlineData("2024", "2024-12-31T23:59:59.999999")]
    public void The_effective_instant_is_the_last_microsecond_of_the_day_or_interval(string stated, string effective) =>
        Effective(stated).Should().Be(Instant(effective));

    [Theory]
    [InlineData("2025-08-18T21:30Z", "2025-08-18T21:30:59.999999")]
    [InlineData("2025-08-18T21:30:00Z", "2025-08-18T21:30:00.999999")]
    [InlineData("2025-08-18T21:30:00-04:00", "2025-08-19T01:30:00.999999")]
    [InlineData("2025-08-18T01:30+03:00", "2025-08-17T22:30:59.999999")]
    public void An_instant_lasts_for_its_minute_or_second_in_UTC(string stated, string effective) =>
        Effective(stated).Should().Be(Instant(effective));

    [Theory]
    [InlineData("2025-08")]
    [InlineData("2025")]
    [InlineData("2025-08-18/2025-08-22")]
    [InlineData("2025-08-20/..")]
    [InlineData("../2025-09")]
    [InlineData("2025-08-20")]
    [InlineData("2025-08-20T23:59Z")]
    [InlineData("2025-08-20T23:59:59Z")]
    public void It_is_capped_at_the_last_microsecond_of_the_publication_day(string stated) =>
        Effective(stated).Should().Be(Instant("2025-08-20T23:59:59.999999"));

    [Theory]
    [InlineData("2025-08-21", "2025-08-21T11:59:59.999999")]
    [InlineData("2025-08-21/..", "2025-08-21T11:59:59.999999")]
    [InlineData("2025-08-21T00:00:00Z", "2025-08-21T00:00:00.999999")]
    [InlineData("2025-08-20T23:30:00-04:00", "2025-08-21T03:30:00.999999")]
    [InlineData("2025-08-21T11:59Z", "2025-08-21T11:59:59.999999")]
    [InlineData("2025-08-21T11:59:59Z", "2025-08-21T11:59:59.999999")]
    public void Only_what_begins_after_that_day_may_be_up_to_12_hours_later(string stated, string effective) =>
        Effective(stated).Should().Be(Instant(effective));

    [Theory]
    [InlineData("2025-08-21T12:00Z")]
    [InlineData("2025-08-21T12:00:00Z")]
    [InlineData("2025-08-22")]
    [InlineData("2025-08-22/..")]
    [InlineData("2025-09")]
    [InlineData("2026")]
    public void What_begins_beyond_that_is_refused(string stated)
    {
        EffectiveInstant.TryFind(Requests.Date(stated), _published, out var effective).Should().BeFalse();
        effective.Should().BeNull();
    }

    [Fact]
    public void On_the_last_day_of_the_calendar_there_is_nothing_later()
    {
        EffectiveInstant.TryFind(Requests.Date("9999-12-31"), DateOnly.MaxValue, out var effective).Should().BeTrue();
        effective.Should().Be(Instant("9999-12-31T23:59:59.999999"));
    }

    [Fact]
    public void The_effective_instant_is_never_before_the_earliest_nor_after_the_latest() =>
        Gen.Select(Gen.Int[0, 800], Gen.Int[0, 800], Gen.Int[0, 800]).Sample((start, length, publication) =>
        {
            var first = new DateOnly(2024, 1, 1).AddDays(start);
            var stated = Requests.Date(string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd}/{first.AddDays(length):yyyy-MM-dd}"));
            var published = new DateOnly(2024, 1, 1).AddDays(publication);

            var found = EffectiveInstant.TryFind(stated, published, out var effective);

            return found == first <= published.AddDays(1)
                && (!found || (stated.Earliest <= effective && effective <= stated.Latest && effective <= Microseconds.EndOfDay(published).AddHours(12)));
        });

    private static DateTime Effective(string stated) =>
        EffectiveInstant.TryFind(Requests.Date(stated), _published, out var effective) ? effective.Value : throw new InvalidOperationException($"{stated} was refused.");

    private static DateTime Instant(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
