using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Domain.Tests.Pictures;

using static History;
using static Stance;

/// <summary>
/// Rule 4, letter by letter: each alone, and each against all the letters after it.
/// The lower id is the winner's, so that the last letter never helps it.
/// </summary>
public sealed class TheStandingClaim
{
    private static readonly AClaim _one = Said(1);
    private static readonly AClaim _other = Said(2);

    /// <summary>Better than anything of <see cref="_one"/> in every letter from c to h.</summary>
    private static readonly AClaim _better = _other with
    {
        Stated = "2025-08-18T23:59:59-04:00", Voice = Voice.Quote, Source = Printed(9, "2025-08-21"), Stance = Undecided, Start = 9,
    };

    [Fact]
    public void A_claim_within_its_mandate_is_above_one_outside_it() =>
        Stands(_one, over: _other with { Speaker = "russia" });

    [Fact]
    public void Within_the_mandate_outweighs_every_later_letter() =>
        Stands(_one with { Voice = Voice.Observation, Stated = "../2025-08-18", Stance = Commits }, over: _better with { Speaker = "russia" });

    [Fact]
    public void Anything_else_is_above_an_observation_with_an_open_start()
    {
        Stands(_one with { Stated = "2025-08-18", Voice = Voice.Observation }, over: _other with { Stated = "../2025-08-18", Voice = Voice.Observation });
        Stands(_one with { Stated = "../2025-08-18", Voice = Voice.Paraphrase }, over: _other with { Stated = "../2025-08-18", Voice = Voice.Observation });
    }

    [Fact]
    public void A_start_outweighs_every_later_letter() =>
        Stands(
            _one with { Stated = "0001-01-01/2025-08-18", Voice = Voice.Observation, Stance = Commits },
            over: _better with { Stated = "../2025-08-20", Voice = Voice.Observation });

    [Fact]
    public void An_undated_quote_outweighs_a_later_undated_observation() =>
        Stands(_one with { Stated = "../2025-08-18", Stance = Commits }, over: _better with { Stated = "../2025-08-20", Voice = Voice.Observation });

    [Fact]
    public void The_later_effective_instant_stands()
    {
        Stands(_one with { Stated = "2025-08-19" }, over: _other with { Stated = "2025-08-18" });
        Stands(_one with { Stated = "2025-08-18T12:00:01Z" }, over: _other with { Stated = "2025-08-18T12:00:00Z" });
    }

    [Fact]
    public void The_later_instant_outweighs_every_later_letter() =>
        Stands(_one with { Stated = "2025/2025-08-20", Voice = Voice.Observation, Stance = Commits }, over: _better);

    [Fact]
    public void It_is_the_effective_instant_that_counts_and_not_the_earliest() =>
        Stands(_one with { Stated = "2025-08-17/2025-08-19" }, over: _other with { Stated = "2025-08-18" });

    [Fact]
    public void The_narrower_span_stands() =>
        Stands(_one with { Stated = "2025-08-18" }, over: _other with { Stated = "2025-08-17/2025-08-18" });

    [Fact]
    public void The_span_is_measured_to_the_effective_instant_and_not_to_the_end_of_the_date() =>
        Stands(_one with { Stated = "2025-08-20/2025-12-31" }, over: _other with { Stated = "2025-08-19/2025-08-20" });

    [Fact]
    public void The_narrower_span_outweighs_every_later_letter() =>
        Stands(_one with { Voice = Voice.Observation, Stance = Commits }, over: _better with { Stated = "2025-08-17/2025-08-18" });

    [Fact]
    public void A_quote_is_above_a_paraphrase_and_a_paraphrase_above_an_observation()
    {
        Stands(_one with { Voice = Voice.Quote }, over: _other with { Voice = Voice.Paraphrase });
        Stands(_one with { Voice = Voice.Paraphrase }, over: _other with { Voice = Voice.Observation });
    }

    [Theory]
    [InlineData(Voice.Quote, Voice.Paraphrase)]
    [InlineData(Voice.Paraphrase, Voice.Observation)]
    public void The_voice_outweighs_every_later_letter(Voice closer, Voice farther) =>
        Stands(_one with { Voice = closer, Stance = Commits }, over: _better with { Stated = _one.Stated, Voice = farther });

    [Fact]
    public void The_later_publication_stands() =>
        Stands(_one with { Source = Printed(1, "2025-08-21") }, over: _other with { Source = Printed(2, "2025-08-20") });

    [Fact]
    public void The_later_publication_outweighs_every_later_letter() =>
        Stands(_one with { Source = Printed(1, "2025-08-22"), Stance = Commits }, over: _better with { Stated = _one.Stated });

    [Theory]
    [InlineData(Undecided, Open)]
    [InlineData(Undecided, Opposes)]
    [InlineData(Open, Supports)]
    [InlineData(Open, Rejects)]
    [InlineData(Opposes, Rejects)]
    [InlineData(Opposes, Supports)]
    [InlineData(Supports, Commits)]
    [InlineData(Rejects, Commits)]
    public void The_stance_nearer_to_undecided_stands(Stance nearer, Stance farther) =>
        Stands(_one with { Stance = nearer }, over: _other with { Stance = farther, Source = Printed(9), Start = 9 });

    [Theory]
    [InlineData(Open, Opposes)]
    [InlineData(Supports, Rejects)]
    public void Stances_as_near_as_each_other_leave_it_to_the_next_letter(Stance @for, Stance against)
    {
        Stands(_one with { Stance = @for, Start = 1 }, over: _other with { Stance = against });
        Stands(_one with { Stance = against, Start = 1 }, over: _other with { Stance = @for });
    }

    [Fact]
    public void The_greater_source_id_stands_before_any_passage() =>
        Stands(_one with { Source = Printed(2) }, over: _other with { Source = Printed(1), Start = 9 });

    [Fact]
    public void The_later_first_passage_stands_before_any_claim_id() =>
        Stands(_one with { Start = 1 }, over: _other with { Start = 0 });

    [Fact]
    public void The_greater_claim_id_stands_last() => Stands(Said(2), over: Said(1));

    [Theory]
    [InlineData("7fffffff-ffff-ffff-ffff-ffffffffffff", "80000000-0000-0000-0000-000000000000")]
    [InlineData("00000000-7fff-ffff-ffff-ffffffffffff", "00000000-8000-0000-0000-000000000000")]
    [InlineData("00000000-0000-7fff-ffff-ffffffffffff", "00000000-0000-8000-0000-000000000000")]
    [InlineData("00000000-0000-0000-7fff-ffffffffffff", "00000000-0000-0000-8000-000000000000")]
    [InlineData("00000000-0000-0000-0000-09ffffffffff", "00000000-0000-0000-0000-0a0000000000")]
    public void Ids_are_in_the_ordinal_order_of_their_written_form(string lesser, string greater) =>
        Given().Then(Said(1).Source.Registered)
            .Then(new TopicRegistered("air-support", new("Air support", "A sentence.")))
            .Then(new ActorRegistered("us", new("US", ActorKind.State, [], [])))
            .Then(new ClaimRecorded(Guid.Parse(greater), Said(1).Content))
            .Then(new ClaimRecorded(Guid.Parse(lesser), Said(1).Content))
            .At("2025-08-20").Standing().Claim.Should().Be(greater);

    private static void Stands(AClaim winner, AClaim over)
    {
        var history = Given(winner, over);

        history.At("2025-12-31").Standing().Claim.Should().Be(winner.Id);
        history.Reversed().At("2025-12-31").Standing().Claim.Should().Be(winner.Id, "the order of recording does not matter");
    }
}
