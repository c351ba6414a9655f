using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Domain.Tests.Pictures;

using static History;
using static Stance;

/// <summary>Rule 6: two speakers for one actor.</summary>
public sealed class SplitVoices
{
    private static readonly AClaim _standing = By("trump", 1) with { Stated = "2025-08-19" };
    private static readonly AClaim _other = By("vance", 2) with { Stated = "2025-08-18", Stance = Opposes };

    [Fact]
    public void Another_speaker_of_opposite_sign_splits_the_voice() =>
        Contradictions(_standing, _other).Should().Equal(new Contradiction(ContradictionKind.SplitVoice, "us", "air-support", [Id(1), Id(2)]));

    [Theory]
    [InlineData(Commits, Rejects, true)]
    [InlineData(Open, Opposes, true)]
    [InlineData(Rejects, Open, true)]
    [InlineData(Open, Undecided, false)]
    [InlineData(Undecided, Rejects, false)]
    [InlineData(Undecided, Undecided, false)]
    [InlineData(Open, Commits, false)]
    [InlineData(Opposes, Rejects, false)]
    public void Only_opposite_signs_split(Stance one, Stance other, bool split) =>
        Contradictions(_standing with { Stance = one }, _other with { Stance = other }).Should().HaveCount(split ? 1 : 0);

    [Theory]
    [InlineData("2025-08-12T12:00:00Z", true)]
    [InlineData("2025-08-12T11:59:59Z", false)]
    public void Up_to_seven_times_24_hours_apart_is_at_once(string stated, bool split) =>
        Contradictions(_standing with { Stated = "2025-08-19T12:00:00Z" }, _other with { Stated = stated }).Should().HaveCount(split ? 1 : 0);

    [Theory]
    [InlineData("2025-08-12", true)]
    [InlineData("2025-08-11", false)]
    public void Seven_days_apart_is_at_once_and_eight_are_not(string stated, bool split) =>
        Contradictions(_standing, _other with { Stated = stated }).Should().HaveCount(split ? 1 : 0);

    [Theory]
    [InlineData("2025-08-14", true)]
    [InlineData("2025-08-15", false)]
    public void Somebody_outside_the_mandate_may_speak_later_than_who_stands(string stated, bool split) =>
        Given(_standing with { Stated = "2025-08-07" }, _other with { Stated = stated })
            .Mandate("trump", "us", "2025-01-20").At("2025-08-20").Contradictions.Should().HaveCount(split ? 1 : 0);

    [Theory]
    [InlineData("../2025-08-19", "2025-08-18")]
    [InlineData("2025-08-19", "../2025-08-18")]
    public void An_open_start_splits_no_voice(string one, string other) =>
        Contradictions(_standing with { Stated = one }, _other with { Stated = other }).Should().BeEmpty();

    [Fact]
    public void A_long_span_with_a_start_may_split() =>
        Contradictions(_standing, _other with { Stated = "2025-01/2025-08-18" }).Should().ContainSingle();

    [Fact]
    public void Nobody_in_particular_splits_no_voice()
    {
        Contradictions(_standing with { Speaker = null }, _other).Should().BeEmpty();
        Contradictions(_standing, _other with { Speaker = null }).Should().BeEmpty();
    }

    [Fact]
    public void The_actor_itself_may_be_one_of_the_two_speakers() =>
        Contradictions(_standing with { Speaker = "us" }, _other).Should().ContainSingle();

    [Fact]
    public void A_later_change_by_the_same_speaker_is_a_shift_and_no_split()
    {
        var history = Given(_standing, _other with { Speaker = "trump" });

        history.At("2025-08-20").Contradictions.Should().BeEmpty();
        history.Cell().Shifts.Should().ContainSingle().Which.Kind.Should().Be(ShiftKind.Reversal);
    }

    [Fact]
    public void Of_each_other_speaker_only_the_greatest_claim_is_compared() =>
        Contradictions(
                _standing,
                _other with { Stated = "2025-08-15" }, By("vance", 3) with { Stated = "2025-08-16" },
                By("rubio", 4) with { Stated = "2025-08-15" }, By("rubio", 5) with { Stated = "2025-08-16", Stance = Rejects })
            .Should().Equal(new Contradiction(ContradictionKind.SplitVoice, "us", "air-support", [Id(1), Id(5)]));

    [Fact]
    public void A_speakers_hearsay_splits_no_voice() =>
        Contradictions(_standing with { Stance = Open }, Told(2, "uk") with { Stated = "2025-08-18", Speaker = "vance", Stance = Opposes })
            .Should().NotContain(found => found.Kind == ContradictionKind.SplitVoice);

    [Fact]
    public void A_speakers_later_hearsay_does_not_hide_what_he_said_himself() =>
        Contradictions(_standing, _other, Told(3, "uk") with { Stated = "2025-08-20", Speaker = "vance" })
            .Should().ContainSingle().Which.Claims.Should().Equal(Id(1), Id(2));

    [Fact]
    public void Two_speakers_for_the_same_topic_but_other_actors_do_not_split() =>
        Contradictions(_standing, _other with { Actor = "uk" }).Should().BeEmpty();

    private static AClaim By(string speaker, int number) => Said(number) with { Speaker = speaker };

    private static ValueList<Contradiction> Contradictions(params AClaim[] claims) => Given(claims).At("2025-08-20").Contradictions;
}
