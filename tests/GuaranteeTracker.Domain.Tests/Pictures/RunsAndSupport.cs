using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Domain.Tests.Pictures;

using static History;
using static Stance;

/// <summary>Rule 5: the run, what was before it, and what carries it.</summary>
public sealed class RunsAndSupport
{
    [Fact]
    public void A_run_begins_with_the_first_of_the_claims_of_one_stance() =>
        Given(On(1, "2025-08-15", Opposes), On(2, "2025-08-16"), On(3, "2025-08-17"), On(4, "2025-08-18"))
            .At("2025-08-20").Standing().Should().BeEquivalentTo(new
            {
                Claim = Id(4),
                Since = Day("2025-08-16"),
                Previous = new PreviousStance(Opposes, Day("2025-08-16")),
                Support = new Support(3, 1, 1),
            });

    [Fact]
    public void Another_stance_between_breaks_a_run() =>
        Given(On(1, "2025-08-15"), On(2, "2025-08-16", Open), On(3, "2025-08-17"))
            .At("2025-08-20").Standing().Should().BeEquivalentTo(new
            {
                Since = Day("2025-08-17"),
                Previous = new PreviousStance(Open, Day("2025-08-17")),
                Support = new Support(1, 1, 1),
            });

    [Fact]
    public void The_first_run_has_nothing_before_it() =>
        Given(On(1, "2025-08-15"), On(2, "2025-08-16")).At("2025-08-20").Standing().Previous.Should().BeNull();

    [Fact]
    public void The_stance_before_is_that_of_the_claim_just_before_the_run() =>
        Given(On(1, "2025-08-14", Rejects), On(2, "2025-08-15", Open), On(3, "2025-08-16", Undecided), On(4, "2025-08-17"))
            .At("2025-08-20").Standing().Previous.Should().Be(new PreviousStance(Undecided, Day("2025-08-17")));

    [Fact]
    public void A_run_follows_the_standing_order_and_not_the_dates_alone() =>
        Given(On(1, "2025-08-17"), Said(2) with { Stated = "2025-08-15/2025-08-18", Stance = Opposes }, On(3, "2025-08-18"))
            .At("2025-08-20").Standing().Should().BeEquivalentTo(new { Since = Day("2025-08-18"), Previous = new PreviousStance(Opposes, Day("2025-08-18")) });

    [Fact]
    public void A_claim_not_yet_effective_is_in_no_run() =>
        Given(On(1, "2025-08-17"), On(2, "2025-08-18"), On(3, "2025-08-19")).At("2025-08-18").Standing().Support.Claims.Should().Be(2);

    [Fact]
    public void Hearsay_is_in_no_first_hand_run_and_breaks_none()
    {
        var picture = Given(On(1, "2025-08-15"), Told(2, "uk") with { Stated = "2025-08-16" }, Told(3, "uk") with { Stated = "2025-08-17", Stance = Rejects }, On(4, "2025-08-18"))
            .At("2025-08-20");

        picture.Standing().Should().BeEquivalentTo(new { Since = Day("2025-08-15"), Support = new Support(2, 1, 1), Previous = (PreviousStance?)null });
    }

    [Fact]
    public void Claims_outside_their_mandate_are_in_no_run_within_it_and_break_none() =>
        Given(On(1, "2025-08-15"), On(2, "2025-08-16", Rejects) with { Speaker = "somebody" }, On(3, "2025-08-17") with { Speaker = "somebody" }, On(4, "2025-08-18"))
            .At("2025-08-20").Standing().Should().BeEquivalentTo(new { Since = Day("2025-08-15"), Support = new Support(2, 1, 1), Previous = (PreviousStance?)null });

    [Fact]
    public void Undated_observations_are_in_no_other_run_and_break_none()
    {
        var undated = Said(2) with { Voice = Voice.Observation, Stated = "../2025-08-16" };

        Given(On(1, "2025-08-15"), undated with { Stance = Rejects }, undated with { Number = 3 }, On(4, "2025-08-18"))
            .At("2025-08-20").Standing().Should().BeEquivalentTo(new { Since = Day("2025-08-15"), Support = new Support(2, 1, 1), Previous = (PreviousStance?)null });
    }

    [Fact]
    public void Undated_observations_make_a_run_of_their_own() =>
        Given(
                Said(1) with { Voice = Voice.Observation, Stated = "../2025-08-15", Stance = Open },
                Said(2) with { Voice = Voice.Observation, Stated = "../2025-08-16" },
                Said(3) with { Voice = Voice.Observation, Stated = "../2025-08-17" })
            .At("2025-08-20").Standing().Should().BeEquivalentTo(new { Support = new Support(2, 1, 1), Previous = new PreviousStance(Open, Day("2025-08-16")) });

    [Fact]
    public void Claims_outside_their_mandate_make_a_run_where_they_stand() =>
        Given(On(1, "2025-08-15", Open) with { Speaker = "somebody" }, On(2, "2025-08-16") with { Speaker = "another" })
            .At("2025-08-20").Standing().Should().BeEquivalentTo(new { OutsideMandate = true, Previous = new PreviousStance(Open, Day("2025-08-16")) });

    [Fact]
    public void Hearsay_makes_a_run_where_it_stands() =>
        Given(Told(1, "uk") with { Stated = "2025-08-15" }, Told(2, "russia") with { Stated = "2025-08-16" })
            .At("2025-08-20").Standing().Should().BeEquivalentTo(new { Since = Day("2025-08-15"), Support = new Support(2, 1, 1) });

    [Fact]
    public void Support_counts_each_source_and_each_publisher_once() =>
        Given(
                On(1, "2025-08-14"),
                On(2, "2025-08-15") with { Source = Printed(1) },
                On(3, "2025-08-16") with { Source = Printed(2) },
                On(4, "2025-08-17") with { Source = Printed(3, by: "Meduza") })
            .At("2025-08-20").Standing().Support.Should().Be(new Support(Claims: 4, Sources: 3, Publishers: 2));

    [Fact]
    public void Sources_of_other_stances_are_no_support() =>
        Given(On(1, "2025-08-14", Open) with { Source = Printed(2, by: "Meduza") }, On(2, "2025-08-15"))
            .At("2025-08-20").Standing().Support.Should().Be(new Support(1, 1, 1));

    private static AClaim On(int number, string day, Stance stance = Supports) => Said(number) with { Stated = day, Stance = stance };
}
