using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Domain.Tests.Pictures;

using static ContradictionKind;
using static History;
using static Stance;

/// <summary>Rule 6: denied and unconfirmed hearsay.</summary>
public sealed class ContradictingHearsay
{
    [Theory]
    [InlineData(Rejects, Undecided, true)]
    [InlineData(Opposes, Open, true)]
    [InlineData(Undecided, Supports, true)]
    [InlineData(Open, Commits, true)]
    [InlineData(Commits, Rejects, true)]
    [InlineData(Supports, Open, false)]
    [InlineData(Open, Undecided, false)]
    [InlineData(Undecided, Opposes, false)]
    [InlineData(Rejects, Opposes, false)]
    [InlineData(Supports, Supports, false)]
    public void Hearsay_two_or_more_steps_away_contradicts_in_either_direction(Stance one, Stance other, bool contradicts)
    {
        Given(Said(1) with { Stance = one }, Told(2, "uk") with { Stance = other }).At("2025-08-20").Contradictions.Should().HaveCount(contradicts ? 1 : 0);
        Given(Said(1) with { Stance = other }, Told(2, "uk") with { Stance = one }).At("2025-08-20").Contradictions.Should().HaveCount(contradicts ? 1 : 0);
    }

    [Theory]
    [InlineData("2025-08-18T12:00:00Z", DeniedHearsay)]
    [InlineData("2025-08-18T12:00:01Z", DeniedHearsay)]
    [InlineData("2025-08-18T11:59:59Z", UnconfirmedHearsay)]
    [InlineData("2025-08-18T12:00Z", DeniedHearsay)]
    public void A_position_effective_no_earlier_denies_and_an_earlier_one_does_not_confirm(string position, ContradictionKind kind) =>
        Given(Said(1) with { Stated = position, Stance = Rejects }, Told(2, "uk") with { Stated = "2025-08-18T12:00:00Z" })
            .At("2025-08-20").Contradictions.Should().Equal(new Contradiction(kind, "us", "air-support", [Id(1), Id(2)]));

    [Fact]
    public void It_is_the_effective_instants_that_are_compared_and_not_the_earliest() =>
        Given(Said(1) with { Stated = "2025-08-15/2025-08-19", Stance = Rejects }, Told(2, "uk") with { Stated = "2025-08-18" })
            .At("2025-08-20").Contradictions.Single().Kind.Should().Be(DeniedHearsay);

    [Fact]
    public void It_is_the_standing_claim_that_denies_and_not_the_first_of_its_run() =>
        Given(Said(1) with { Stated = "2025-08-10", Stance = Rejects }, Said(2) with { Stated = "2025-08-19", Stance = Rejects }, Told(3, "uk") with { Stated = "2025-08-15" })
            .At("2025-08-20").Contradictions.Should().Equal(new Contradiction(DeniedHearsay, "us", "air-support", [Id(2), Id(3)]));

    [Fact]
    public void Of_each_reporter_only_the_greatest_hearsay_is_compared() =>
        Given(
                Said(1) with { Stance = Rejects },
                Told(2, "uk") with { Stated = "2025-08-15", Stance = Commits },
                Told(3, "uk") with { Stated = "2025-08-16", Stance = Opposes },
                Told(4, "russia") with { Stated = "2025-08-15", Stance = Opposes },
                Told(5, "russia") with { Stated = "2025-08-16", Stance = Commits })
            .At("2025-08-20").Contradictions.Should().Equal(new Contradiction(DeniedHearsay, "us", "air-support", [Id(1), Id(5)]));

    [Fact]
    public void Several_reporters_contradict_each_by_itself() =>
        Given(
                Said(1) with { Stance = Rejects },
                Told(4, "uk") with { Stated = "2025-08-16" }, Told(3, "russia"), Told(2, "nato") with { Stated = "2025-08-19" })
            .At("2025-08-20").Contradictions.Should().Equal(
                new Contradiction(DeniedHearsay, "us", "air-support", [Id(1), Id(3)]),
                new Contradiction(DeniedHearsay, "us", "air-support", [Id(1), Id(4)]),
                new Contradiction(UnconfirmedHearsay, "us", "air-support", [Id(1), Id(2)]));

    [Fact]
    public void Hearsay_within_its_mandate_is_greater_than_later_hearsay_outside_it() =>
        Given(
                Said(1) with { Stance = Rejects },
                Told(2, "uk") with { Stated = "2025-08-15", Stance = Commits },
                Told(3, "uk") with { Stated = "2025-08-17", Stance = Rejects, Speaker = "somebody" })
            .At("2025-08-20").Contradictions.Should().Equal(new Contradiction(DeniedHearsay, "us", "air-support", [Id(1), Id(2)]));

    [Fact]
    public void Hearsay_that_is_retracted_contradicts_no_longer() =>
        Given(Said(1) with { Stance = Rejects }, Told(2, "uk")).Retracted(2).At("2025-08-20").Contradictions.Should().BeEmpty();

    [Fact]
    public void A_position_carries_its_contradictions()
    {
        var picture = Given(Said(1) with { Stance = Rejects }, Told(2, "uk"), Said(3) with { Actor = "uk" }).At("2025-08-20");

        picture.Standing().Contradictions.Should().Equal(picture.Contradictions).And.ContainSingle();
        picture.Standing("uk").Contradictions.Should().BeEmpty();
    }

    [Fact]
    public void Hearsay_of_another_cell_contradicts_nothing_here() =>
        Given(Said(1) with { Stance = Rejects }, Told(2, "uk") with { Topic = "sanctions" }, Told(3, "uk") with { Actor = "nato" })
            .At("2025-08-20").Contradictions.Should().BeEmpty();
}
