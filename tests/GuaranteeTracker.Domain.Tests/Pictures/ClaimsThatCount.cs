using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Pictures;

using static History;
using static Stance;

/// <summary>Rules 1 and 2.</summary>
public sealed class ClaimsThatCount
{
    [Fact]
    public void A_claim_has_the_content_of_its_latest_correction() =>
        Given(Said(1))
            .Corrected(Said(1) with { Stance = Rejects })
            .Corrected(Said(1) with { Stance = Undecided })
            .At("2025-08-20").Standing().Stance.Should().Be(Undecided);

    [Fact]
    public void A_correction_moves_a_claim_to_another_cell()
    {
        var picture = Given(Said(1)).Corrected(Said(1) with { Actor = "uk", Topic = "sanctions" }).At("2025-08-20");

        picture.Topics.Should().ContainSingle().Which.Positions.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Actor = "uk", Claim = Id(1) });
        picture.Topic("air-support").Should().BeNull();
    }

    [Fact]
    public void A_correction_can_move_a_claim_in_time()
    {
        var history = Given(Said(1)).Corrected(Said(1) with { Stated = "2025-08-20" });

        history.At("2025-08-19").Position().Should().BeNull();
        history.At("2025-08-20").Standing().Since.Should().Be(Day("2025-08-20"));
    }

    [Fact]
    public void What_a_correction_replaced_counts_nowhere() =>
        Given(Said(1) with { Stance = Rejects }, Said(2) with { Stated = "2025-08-17" })
            .Corrected(Said(1) with { Topic = "sanctions" })
            .At("2025-08-20").Standing().Should().BeEquivalentTo(new { Claim = Id(2), Stance = Supports });

    [Fact]
    public void A_retracted_claim_is_dropped() =>
        Given(Said(1)).Retracted(1).At("2025-08-20").Topics.Should().BeEmpty();

    [Fact]
    public void Where_a_claim_is_retracted_the_one_before_stands_again() =>
        Given(Said(1) with { Stated = "2025-08-17" }, Said(2)).Retracted(2).At("2025-08-20").Standing().Claim.Should().Be(Id(1));

    [Fact]
    public void The_claims_of_a_withdrawn_source_are_dropped() =>
        Given(Said(1) with { Stated = "2025-08-17" }, Said(2) with { Source = Printed(2) })
            .Withdrawn(Printed(2)).At("2025-08-20").Standing().Claim.Should().Be(Id(1));

    [Fact]
    public void A_disputed_claim_is_kept_and_flagged() =>
        Given(Said(1)).Disputed(1).At("2025-08-20").Standing().Should().BeEquivalentTo(new { Claim = Id(1), Disputed = true });

    [Fact]
    public void The_flag_is_that_of_the_standing_claim() =>
        Given(Said(1) with { Stated = "2025-08-17" }, Said(2)).Disputed(1).At("2025-08-20").Standing().Disputed.Should().BeFalse();

    [Fact]
    public void A_dispute_lowers_no_rank() =>
        Given(Said(1), Said(2)).Disputed(2).At("2025-08-20").Standing().Claim.Should().Be(Id(2));

    [Fact]
    public void A_resolved_dispute_leaves_no_flag() =>
        Given(Said(1)).Disputed(1).Resolved(1).At("2025-08-20").Standing().Disputed.Should().BeFalse();

    [Fact]
    public void A_correction_ends_no_dispute() =>
        Given(Said(1)).Disputed(1).Corrected(Said(1) with { Stance = Open }).At("2025-08-20").Standing().Disputed.Should().BeTrue();
}
