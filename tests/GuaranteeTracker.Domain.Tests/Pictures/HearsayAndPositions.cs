using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Pictures;

using static History;
using static Stance;

/// <summary>Rule 4: what others tell.</summary>
public sealed class HearsayAndPositions
{
    [Theory]
    [InlineData(Voice.Quote)]
    [InlineData(Voice.Paraphrase)]
    [InlineData(Voice.Observation)]
    public void Hearsay_never_displaces_a_first_hand_position(Voice voice) =>
        Given(
                Said(1) with { Voice = voice, Speaker = "somebody", Stated = "../2025-01", Stance = Commits },
                Told(2, "uk") with { Stance = Opposes, Stated = "2025-08-20T12:00:00Z", Source = Printed(2, "2025-08-22") })
            .At("2025-08-22").Standing().Should().BeEquivalentTo(new { Claim = Id(1), AttributedOnly = false });

    [Fact]
    public void Where_nothing_is_first_hand_hearsay_stands_attributed_only() =>
        Given(Told(1, "uk")).At("2025-08-20").Standing().Should().BeEquivalentTo(
            new { Claim = Id(1), AttributedOnly = true, ReportedBy = "uk", Voice = Voice.Hearsay });

    [Fact]
    public void The_greatest_hearsay_stands_whoever_told_it() =>
        Given(Told(1, "uk") with { Stated = "2025-08-19" }, Told(2, "russia") with { Stance = Rejects })
            .At("2025-08-20").Standing().Claim.Should().Be(Id(1));

    [Fact]
    public void Hearsay_stands_until_something_first_hand_counts()
    {
        var history = Given(Told(1, "uk") with { Stated = "2025-08-16" }, Said(2) with { Stance = Opposes });

        history.At("2025-08-17").Standing().Claim.Should().Be(Id(1));
        history.At("2025-08-18").Standing().Claim.Should().Be(Id(2));
    }

    [Fact]
    public void Attributed_only_positions_contradict_nothing() =>
        Given(Told(1, "uk"), Told(2, "russia") with { Stance = Rejects }).At("2025-08-20").Contradictions.Should().BeEmpty();

    [Fact]
    public void Hearsay_with_an_open_start_ranks_as_any_other() =>
        Given(Told(1, "uk") with { Stated = "../2025-08-19" }, Told(2, "uk")).At("2025-08-20").Standing().Claim.Should().Be(Id(1));
}
