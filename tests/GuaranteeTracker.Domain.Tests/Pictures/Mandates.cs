using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Pictures;

using static History;
using static Stance;

/// <summary>Rule 4: what is outside a mandate.</summary>
public sealed class Mandates
{
    private static readonly AClaim _spokenFor = Said(1) with { Speaker = "donald-trump" };

    [Fact]
    public void A_speaker_with_a_mandate_is_within_it() =>
        Given(_spokenFor).Mandate("donald-trump", "us", "2025-01-20").At("2025-08-20").Standing().OutsideMandate.Should().BeFalse();

    [Fact]
    public void A_speaker_without_a_mandate_is_outside_it_and_flagged() =>
        Given(_spokenFor).At("2025-08-20").Standing().Should().BeEquivalentTo(new { Claim = Id(1), OutsideMandate = true });

    [Fact]
    public void Whoever_speaks_for_itself_needs_no_mandate() =>
        Given(Said(1) with { Speaker = "us" }).At("2025-08-20").Standing().OutsideMandate.Should().BeFalse();

    [Fact]
    public void A_claim_without_a_speaker_is_within_its_mandate() =>
        Given(Said(1)).At("2025-08-20").Standing().OutsideMandate.Should().BeFalse();

    [Theory]
    [InlineData("2025-08-18", null, false)]
    [InlineData("2025-08-19", null, true)]
    [InlineData("2025-08-01", "2025-08-18", false)]
    [InlineData("2025-08-01", "2025-08-17", true)]
    [InlineData("2025-08-18", "2025-08-18", false)]
    public void The_first_and_the_last_day_of_a_mandate_are_in_it(string from, string? to, bool outside) =>
        Given(_spokenFor).Mandate("donald-trump", "us", from, to).At("2025-08-20").Standing().OutsideMandate.Should().Be(outside);

    [Theory]
    [InlineData("2025-08-18T23:30:00-04:00", "2025-08-19", false)]
    [InlineData("2025-08-18T23:30:00-04:00", "2025-08-18", true)]
    [InlineData("2025-08-17/2025-08-19", "2025-08-19", false)]
    [InlineData("2025-08-17/2025-08-19", "2025-08-17", true)]
    [InlineData("2025-08/..", "2025-08-20", false)]
    public void The_day_is_the_UTC_date_of_the_effective_instant(string stated, string day, bool outside) =>
        Given(_spokenFor with { Stated = stated }).Mandate("donald-trump", "us", day, day).At("2025-12-31").Standing().OutsideMandate.Should().Be(outside);

    [Fact]
    public void A_mandate_for_one_actor_is_none_for_another() =>
        Given(_spokenFor).Mandate("donald-trump", "nato", "2025-01-20").At("2025-08-20").Standing().OutsideMandate.Should().BeTrue();

    [Fact]
    public void A_mandate_does_not_run_the_other_way() =>
        Given(_spokenFor).Mandate("us", "donald-trump", "2025-01-20").At("2025-08-20").Standing().OutsideMandate.Should().BeTrue();

    [Fact]
    public void Mandates_are_never_chained() =>
        Given(_spokenFor).Mandate("donald-trump", "nato", "2025-01-20").Mandate("nato", "us", "2025-01-20")
            .At("2025-08-20").Standing().OutsideMandate.Should().BeTrue();

    [Fact]
    public void One_mandate_of_several_is_enough() =>
        Given(_spokenFor).Mandate("donald-trump", "us", "2017-01-20", "2021-01-20").Mandate("donald-trump", "us", "2025-01-20")
            .At("2025-08-20").Standing().OutsideMandate.Should().BeFalse();

    [Fact]
    public void A_withdrawn_mandate_covers_nothing() =>
        Given(_spokenFor).Mandate("donald-trump", "us", "2025-01-20").MandateWithdrawn("donald-trump", "us", "2025-01-20")
            .At("2025-08-20").Standing().OutsideMandate.Should().BeTrue();

    [Theory]
    [InlineData("2025-08-18", false)]
    [InlineData("2025-08-17", true)]
    public void An_ended_mandate_covers_its_last_day_and_none_after(string to, bool outside) =>
        Given(_spokenFor).Mandate("donald-trump", "us", "2025-01-20").MandateEnded("donald-trump", "us", "2025-01-20", to)
            .At("2025-08-20").Standing().OutsideMandate.Should().Be(outside);

    [Fact]
    public void A_mandate_that_becomes_known_later_changes_who_stands()
    {
        var history = Given(Said(1) with { Stance = Opposes, Stated = "2025-08-17" }, Said(2) with { Speaker = "donald-trump" });

        history.At("2025-08-20").Standing().Claim.Should().Be(Id(1));
        history.Mandate("donald-trump", "us", "2025-01-20").At("2025-08-20").Standing().Claim.Should().Be(Id(2));
    }

    [Fact]
    public void Hearsay_about_a_speaker_without_a_mandate_ranks_below_other_hearsay() =>
        Given(Told(1, "uk") with { Actor = "russia", Stated = "2025-08-17" }, Told(2, "uk") with { Actor = "russia", Speaker = "somebody" })
            .At("2025-08-20").Standing("russia").Claim.Should().Be(Id(1));
}
