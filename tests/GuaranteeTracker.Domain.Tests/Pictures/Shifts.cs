using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Domain.Tests.Pictures;

using static History;
using static ShiftKind;
using static Stance;

public sealed class Shifts
{
    [Theory]
    [InlineData(Open, Supports, Strength)]
    [InlineData(Commits, Open, Strength)]
    [InlineData(Opposes, Rejects, Strength)]
    [InlineData(Rejects, Opposes, Strength)]
    [InlineData(Opposes, Open, Reversal)]
    [InlineData(Commits, Rejects, Reversal)]
    [InlineData(Open, Undecided, Reversal)]
    [InlineData(Undecided, Open, Reversal)]
    [InlineData(Opposes, Undecided, Reversal)]
    [InlineData(Undecided, Rejects, Reversal)]
    public void Another_sign_is_a_reversal_and_the_same_a_matter_of_strength(Stance before, Stance after, ShiftKind kind) =>
        Given(Said(1) with { Stance = before, Stated = "2025-08-17" }, Said(2) with { Stance = after }).Cell().Shifts.Should().Equal(
            new Shift(kind, before, after, Day("2025-08-18"), SinceKind.On, Id(1), Id(2)));

    [Fact]
    public void The_same_stance_again_is_no_shift() =>
        Given(Said(1) with { Stated = "2025-08-17" }, Said(2)).Cell().Shifts.Should().BeEmpty();

    [Fact]
    public void A_cell_has_all_its_shifts_in_the_standing_order() =>
        Given(
                Said(1) with { Stated = "2025-08-18" }, Said(2) with { Stated = "2025-08-16", Stance = Rejects },
                Said(3) with { Stated = "2025-08-17", Stance = Rejects }, Said(4) with { Stated = "2025-08-19", Stance = Open })
            .Cell().Shifts.Select(shift => (shift.From, shift.Claim, shift.Kind)).Should().Equal((Id(3), Id(1), Reversal), (Id(1), Id(4), Strength));

    [Fact]
    public void A_shift_by_a_claim_of_many_days_came_by_its_last() =>
        Given(Said(1) with { Stated = "2025-08-16" }, Said(2) with { Stated = "2025-08-17/2025-08-18", Stance = Open })
            .Cell().Shifts.Single().Should().BeEquivalentTo(new { On = Day("2025-08-18"), OnKind = SinceKind.By });

    [Fact]
    public void Neither_hearsay_nor_undated_observations_nor_outsiders_shift_a_first_hand_cell() =>
        Given(
                Said(1) with { Stated = "2025-08-15" }, Said(5),
                Told(2, "uk") with { Stated = "2025-08-16", Stance = Rejects },
                Said(3) with { Stated = "../2025-08-16", Stance = Rejects, Voice = Voice.Observation },
                Said(4) with { Stated = "2025-08-16", Stance = Rejects, Speaker = "somebody" })
            .Cell().Shifts.Should().BeEmpty();

    [Fact]
    public void Where_only_hearsay_tells_hearsay_shifts() =>
        Given(Told(1, "uk") with { Stated = "2025-08-16" }, Told(2, "nato") with { Stance = Rejects }).Cell().Shifts.Should().ContainSingle();

    [Fact]
    public void The_history_of_a_cell_knows_no_date_and_lists_its_live_claims_by_instant_and_then_id()
    {
        var cell = Given(
                Said(3), Said(2) with { Stance = Rejects, Start = 9 }, Said(1) with { Stated = "2025-08-20" }, Told(4, "uk") with { Stated = "2025-08-10" },
                Said(5), Said(6) with { Topic = "sanctions" }, Said(7) with { Actor = "uk" })
            .Retracted(5).Cell();

        cell.Claims.Select(claim => claim.Id).Should().Equal(Id(4), Id(2), Id(3), Id(1));
        cell.Contradictions.Should().BeEmpty();
    }

    [Fact]
    public void The_history_of_a_cell_has_the_contradictions_of_its_latest_position() =>
        Given(Said(1) with { Stance = Rejects }, Told(2, "uk")).Cell().Contradictions.Should().Equal(
            new Contradiction(ContradictionKind.DeniedHearsay, "us", "air-support", [Id(1), Id(2)]));

    [Fact]
    public void A_cell_nobody_spoke_of_has_an_empty_history()
    {
        Given(Said(1)).Cell("uk").Should().Be(new CellHistory("uk", "air-support", [], [], []));
        Given(Said(1)).Retracted(1).Cell().Should().Be(new CellHistory("us", "air-support", [], [], []));
    }
}
