using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Domain.Tests.Pictures;

using static History;
using static Stance;

/// <summary>Rule 3.</summary>
public sealed class WhatCountsAtADate
{
    [Fact]
    public void A_claim_counts_at_its_effective_instant_itself()
    {
        var history = Given(Said(1) with { Stated = "2025-08-18T12:30:15Z" });

        history.At("2025-08-18T12:30:15.999999Z").Standing().Claim.Should().Be(Id(1));
        history.At("2025-08-18T12:30:15.999998Z").Position().Should().BeNull();
    }

    [Fact]
    public void A_day_counts_from_its_last_microsecond_in_UTC()
    {
        Given(Said(1)).At("2025-08-18").Standing().Claim.Should().Be(Id(1));
        Given(Said(1)).At("2025-08-18T23:59:59.999998Z").Position().Should().BeNull();
        Given(Said(1)).At("2025-08-17").Position().Should().BeNull();
    }

    [Theory]
    [InlineData("2025-08-18T00:00:00Z", true)]
    [InlineData("2025-08-17T23:59:59.999999Z", false)]
    [InlineData("2025-08-18T23:59:59.999998Z", true)]
    [InlineData("2025-08-18T23:59:59.999999Z", false)]
    public void A_claim_is_pending_from_its_earliest_instant_until_just_before_its_effective_one(string asOf, bool pending) =>
        Given(Said(1)).At(asOf).Pending().Any().Should().Be(pending);

    [Fact]
    public void A_pending_claim_is_listed_with_its_actor_stance_and_date() =>
        Given(Said(1) with { Stated = "2025-08-18/2025-08-20", Stance = Rejects }).At("2025-08-19").Topic()!.Pending.Should().Equal(
            new PendingClaim("us", Id(1), Rejects, "2025-08-18/2025-08-20"));

    [Fact]
    public void A_claim_of_open_start_is_pending_since_the_beginning_of_time() =>
        Given(Said(1) with { Stated = "../2025-08-20" }).At("0001-01-01T00:00:00Z").Pending().Should().Equal(Id(1));

    [Fact]
    public void A_pending_claim_is_in_no_position_and_no_agreement_and_not_counted()
    {
        var picture = Given(Said(1) with { Stated = "2025-08" }).At("2025-08-19");

        picture.Topic()!.Positions.Should().BeEmpty();
        picture.Topic()!.Agreement.Should().Be(new Agreement([], [], [], [], []));
        picture.Counts.Should().Be(new Counts(0, 0, 0));
    }

    [Fact]
    public void A_pending_claim_contradicts_nothing() =>
        Given(Said(1) with { Stated = "2025-08-18" }, Told(2, "russia") with { Stance = Rejects, Stated = "2025-08-19/2025-08-20" })
            .At("2025-08-19").Contradictions.Should().BeEmpty();

    [Fact]
    public void An_actor_with_a_pending_claim_on_a_topic_is_not_silent_there()
    {
        AClaim[] elsewhere = [Said(1) with { Topic = "sanctions" }, Said(2) with { Actor = "uk" }];

        Given(elsewhere).At("2025-08-19").Topic()!.Agreement.Silent.Should().Equal("us");
        Given([.. elsewhere, Said(3) with { Stated = "2025-08" }]).At("2025-08-19").Topic()!.Agreement.Silent.Should().BeEmpty();
    }

    [Fact]
    public void A_date_to_come_shows_what_is_known_by_now() =>
        Given(Said(1)).At("9999-12-31").Standing().Claim.Should().Be(Id(1));

    [Fact]
    public void At_an_earlier_date_the_earlier_position_stands()
    {
        var history = Given(Said(1), Said(2) with { Stance = Opposes, Stated = "2025-08-19" });

        history.At("2025-08-18").Standing().Stance.Should().Be(Supports);
        history.At("2025-08-19").Standing().Stance.Should().Be(Opposes);
    }
}
