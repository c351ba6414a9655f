using System.Globalization;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Networks;
using GuaranteeTracker.Domain.Pictures;
using static GuaranteeTracker.Domain.Tests.Networks.Debate;

namespace GuaranteeTracker.Domain.Tests.Networks;

public sealed class SteppingThroughDays
{
    [Theory]
    [InlineData("2025-08-01", "2025-08-14", 7, 7, "01-07 08-14")]
    [InlineData("2025-08-01", "2025-08-15", 7, 7, "01-07 08-14 15-15")]
    [InlineData("2025-08-01", "2025-08-10", 7, 1, "01-07 02-08 03-09 04-10")]
    [InlineData("2025-08-01", "2025-08-10", 7, 2, "01-07 03-09 05-10")]
    [InlineData("2025-08-01", "2025-08-10", 2, 5, "01-02 06-07")]
    [InlineData("2025-08-01", "2025-08-01", 3660, 1, "01-01")]
    [InlineData("2024-02-26", "2024-03-03", 3, 3, "26-28 29-02 03-03")]
    [InlineData("2023-02-26", "2023-03-03", 3, 3, "26-28 01-03")]
    [InlineData("9999-12-30", "9999-12-31", 3660, 3660, "30-31")]
    [InlineData("2025-08-02", "2025-08-01", 1, 1, "")]
    public void Windows_step_from_the_first_day_and_the_one_that_reaches_the_last_is_cut_there(string first, string last, int length, int step, string windows) =>
        string.Join(' ', DayWindow.Over(Day(first), Day(last), length, step, 100)!.Select(window => $"{window.First:dd}-{window.Last:dd}")).Should().Be(windows);

    [Fact]
    public void More_windows_than_wanted_are_not_made()
    {
        DayWindow.Over(Day("2025-01-01"), Day("2025-01-31"), 1, 1, 31).Should().HaveCount(31);
        DayWindow.Over(Day("2025-01-01"), Day("2025-02-01"), 1, 1, 31).Should().BeNull();
        DayWindow.Over(DateOnly.MinValue, DateOnly.MaxValue, 1, 1, 1_000).Should().BeNull();
    }

    [Fact]
    public void A_window_has_the_nodes_of_all_and_the_claims_of_its_own_days()
    {
        var networks = NetworkMaker.TryMake(Sided(OfTheManual), Ask(NetworkKind.Congruence), [new(Day("2025-08-04"), Day("2025-08-04")), new(Day("2025-08-19"), Day("2025-08-20"))], out _)!;

        networks[0].Nodes().Should().Equal("eu 1", "uk 1", "us 1");
        networks[0].Edges().Should().Equal("eu uk 1");
        networks[1].Nodes().Should().Equal("eu 1", "uk 1", "us 0");
        networks[1].Edges().Should().BeEmpty();
    }

    [Fact]
    public void A_duplicate_of_a_claim_before_the_window_counts_in_it()
    {
        var networks = NetworkMaker.TryMake(
            Sided(OfTheManual), Ask(NetworkKind.TwoMode, duplicates: Duplicates.Range, isolates: Isolates.Dropped), [new(Day("2025-08-04"), Day("2025-08-10")), new(Day("2025-08-11"), Day("2025-08-17"))], out _)!;

        networks[1].Edges().Should().Equal("us air 1");
    }

    [Fact]
    public void Only_claims_effective_between_two_instants_are_there_and_those_of_whom_one_asks_for()
    {
        var shown = new Selection(new HashSet<string> { "eu", "us" }, new HashSet<string>());
        var claims = SidedClaims.Between(Debate.Timelines(OfTheManual), long.MaxValue - 1, shown, Microseconds.EndOfDay(Day("2025-08-04")), Microseconds.EndOfDay(Day("2025-08-07")).AddMicroseconds(-1));

        NetworkMaker.TryMake(claims, Ask(NetworkKind.TwoMode), out _)!.Edges().Should().Equal("eu air 2", "eu sanctions 1", "eu troops 1", "us air 1");
        claims.Days.Should().Be(new DayWindow(Day("2025-08-04"), Day("2025-08-06")));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
