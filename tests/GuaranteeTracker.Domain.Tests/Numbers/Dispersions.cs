using GuaranteeTracker.Domain.Numbers;
using static GuaranteeTracker.Domain.Tests.Numbers.Approaches;

namespace GuaranteeTracker.Domain.Tests.Numbers;

/// <summary>Computed by hand, as docs/numbers.md does it.</summary>
public sealed class Dispersions
{
    [Theory]
    [InlineData(new int[0], null, null)]
    [InlineData(new[] { 3 }, 3.0, null)]
    [InlineData(new[] { 2, 2 }, 2.0, 0.0)]
    [InlineData(new[] { -1, 2 }, 0.5, 0.6)] // 3 / 5
    [InlineData(new[] { -2, 3 }, 0.5, 1.0)]
    [InlineData(new[] { -2, -2, 3 }, -1.0 / 3, 1.0)] // as far apart as three can be: 10 / 10
    [InlineData(new[] { -2, 0, 3 }, 1.0 / 3, 1.0)] // (2 + 5 + 3) / 10: of three the one in the middle parts nobody
    [InlineData(new[] { 0, 1, 1 }, 2.0 / 3, 0.2)] // (1 + 1 + 0) / 10
    [InlineData(new[] { 1, 3, -2, 0 }, 0.5, 0.8)] // (2 + 3 + 1 + 5 + 3 + 2) / 20
    [InlineData(new[] { 2, 3, -1, 1, 3 }, 1.6, 2.0 / 3)] // (1 + 3 + 1 + 1 + 4 + 2 + 0 + 2 + 4 + 2) / 30
    public void Stances_are_as_far_apart_as_their_pairs_of_what_as_many_can_be(int[] stances, double? mean, double? dispersion)
    {
        var tally = Tally(Second, OfStances(stances));

        tally.Actors.Should().Be(stances.Length);
        tally.Mean.Should().Be(mean);
        tally.Dispersion.Should().Be(dispersion);
    }

    [Fact]
    public void Who_is_known_by_hearsay_alone_is_counted_and_in_no_number()
    {
        var tally = Tally(First, OfTheManual);

        (tally.Actors, tally.AttributedOnly, tally.Mean, tally.Dispersion).Should().Be((4, 1, 0.5, 0.8));
    }

    [Fact]
    public void Of_three_it_makes_no_difference_to_which_end_the_one_in_the_middle_is_nearer() =>
        Tally(First, OfStances(-2, -1, 3)).Dispersion.Should().Be(Tally(First, OfStances(-2, 2, 3)).Dispersion);

    [Theory]
    [InlineData("2025-08-04", "2025-08-18", 7, "04 11 18")]
    [InlineData("2025-08-04", "2025-08-20", 7, "04 11 18 20")]
    [InlineData("2025-08-04", "2025-08-05", 366, "04 05")]
    [InlineData("2025-08-04", "2025-08-04", 7, "04")]
    [InlineData("2025-08-05", "2025-08-04", 1, "")]
    [InlineData("9999-12-30", "9999-12-31", 366, "30 31")]
    [InlineData("0001-01-01", "0001-01-02", 1, "01 02")]
    public void A_series_steps_from_the_first_moment_and_has_the_last(string from, string to, int days, string expected) =>
        string.Join(' ', StanceSeries.Moments(End(from), End(to), days, 10)!.Select(moment => $"{moment:dd}")).Should().Be(expected);

    [Fact]
    public void More_moments_than_wanted_are_not_made()
    {
        StanceSeries.Moments(End("2025-08-01"), End("2025-08-10"), 1, 10).Should().HaveCount(10);
        StanceSeries.Moments(End("2025-08-01"), End("2025-08-11"), 1, 10).Should().BeNull();
        StanceSeries.Moments(End("0001-01-01"), End("9999-12-31"), 1, 400).Should().BeNull();
    }

    [Fact]
    public void A_series_tells_each_moment_as_if_it_were_alone()
    {
        var courses = Courses(OfTheManual);
        var moments = StanceSeries.Moments(End("2025-07-31"), Second, 1, 100)!;

        var series = StanceSeries.At(courses, moments);

        series.Select(tally => tally.Actors).Should().Equal(0, 1, 2, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5);
        series.Should().BeEquivalentTo(moments.Select(moment => StanceSeries.At(courses, [moment]).Single()), options => options.WithStrictOrdering());
    }
}
