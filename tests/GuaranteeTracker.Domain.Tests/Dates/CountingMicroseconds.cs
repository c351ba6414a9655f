using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Domain.Tests.Dates;

public sealed class CountingMicroseconds
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2025, 8, 20)]
    [InlineData(9999, 12, 31)]
    public void A_day_ends_one_microsecond_before_the_next_begins(int year, int month, int day)
    {
        var date = new DateOnly(year, month, day);
        var end = Microseconds.EndOfDay(date);

        (end.Ticks + 10).Should().Be(Microseconds.StartOfDay(date).Ticks + TimeSpan.TicksPerDay);
        end.Kind.Should().Be(DateTimeKind.Utc);
        DateOnly.FromDateTime(end).Should().Be(date);
    }

    [Fact]
    public void What_is_finer_is_dropped_and_the_kind_kept()
    {
        var fine = new DateTime(2025, 8, 20, 21, 30, 0, DateTimeKind.Utc).AddTicks(1_234_567);

        Microseconds.Truncate(fine).Should().Be(fine.AddTicks(-7));
        Microseconds.Truncate(fine).Kind.Should().Be(DateTimeKind.Utc);
        Microseconds.Truncate(DateTime.MaxValue).Ticks.Should().Be(DateTime.MaxValue.Ticks - 9);
    }
}
