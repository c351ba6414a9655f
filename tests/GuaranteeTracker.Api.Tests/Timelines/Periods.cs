using CsCheck;
using GuaranteeTracker.Api.Timelines;

namespace GuaranteeTracker.Api.Tests.Timelines;

/// <summary>Periods of the calendar, and the ways between them.</summary>
public sealed class Periods
{
    private static readonly Gen<DateOnly> _days = Gen.Int[new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2100, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<Period> _any = Gen.Select(_days, Gen.Int[0, 4], Gen.Int[0, 500]).Select((day, kind, length) => kind switch
    {
        0 => Period.YearOf(day),
        1 => Period.MonthOf(day),
        2 => Period.WeekOf(day),
        3 => new Period(day, day),
        _ => new Period(day, day.AddDays(length)),
    });

    [Fact]
    public void What_comes_before_ends_the_day_before_and_what_comes_after_begins_the_day_after() => _any.Sample(period =>
    {
        period.Previous!.Value.Last.Should().Be(period.First!.Value.AddDays(-1));
        period.Next!.Value.First.Should().Be(period.Last!.Value.AddDays(1));
    });

    [Fact]
    public void A_year_a_month_and_a_week_lie_between_two_of_their_kind() => _days.Sample(day =>
    {
        Period.YearOf(day).Next!.Value.Should().Be(Period.YearOf(day.AddYears(1)));
        Period.MonthOf(day).Next!.Value.Should().Be(Period.MonthOf(new DateOnly(day.Year, day.Month, 1).AddMonths(1)));
        Period.WeekOf(day).Previous!.Value.Should().Be(Period.WeekOf(day.AddDays(-7)));
        Period.WeekOf(day).First!.Value.DayOfWeek.Should().Be(DayOfWeek.Monday);
        Period.MonthOf(day).Next!.Value.Previous!.Value.Should().Be(Period.MonthOf(day));
    });

    [Fact]
    public void Beyond_the_calendar_there_is_nothing()
    {
        Period.YearOf(DateOnly.MinValue).Previous.Should().BeNull();
        Period.YearOf(DateOnly.MaxValue).Next.Should().BeNull();
        Period.WeekOf(DateOnly.MaxValue).Last.Should().Be(DateOnly.MaxValue);
        Period.Whole.Next.Should().BeNull();
        new Period(new(2025, 8, 20), new(2025, 8, 18)).Next.Should().BeNull("it ends before it begins");
    }

    [Theory]
    [InlineData("2024-02-01", "2024-02-29", "February 2024")]
    [InlineData("2025-02-01", "2025-02-28", "February 2025")]
    [InlineData("2024-02-01", "2024-02-28", "1 February 2024 to 28 February 2024")]
    [InlineData("2025-01-01", "2025-12-31", "2025")]
    [InlineData("2025-08-18", "2025-08-18", "18 August 2025")]
    [InlineData("2025-08-18", null, "From 18 August 2025 on")]
    [InlineData(null, "2025-08-18", "Up to 18 August 2025")]
    [InlineData(null, null, "Everything on record")]
    public void It_is_called_by_its_name(string? first, string? last, string words) =>
        new Period(Day(first), Day(last)).ToString().Should().Be(words);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
