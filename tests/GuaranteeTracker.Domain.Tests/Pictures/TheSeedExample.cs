using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Domain.Tests.Pictures;

using static History;
using static Stance;

/// <summary>The rule's own example: Russia is told to be open, and says itself that it is not.</summary>
public sealed class TheSeedExample
{
    private static readonly ASource _article = Printed(1, "2025-08-20");

    private static readonly AClaim _ministry = Said(1) with
    {
        Actor = "russia", Topic = "security-guarantees", Stance = Opposes, Speaker = "russian-foreign-ministry", Stated = "2025-08-18/2025-08-20", Source = _article,
    };

    private static readonly AClaim _trump = Told(2, "donald-trump") with
    {
        Actor = "russia", Topic = "security-guarantees", Stance = Open, Speaker = "vladimir-putin", Stated = "2025-08-11/2025-08-20", Source = _article,
    };

    private static readonly History _history = Given(_ministry, _trump)
        .Mandate("russian-foreign-ministry", "russia", "1991-12-25")
        .Mandate("vladimir-putin", "russia", "2012-05-07");

    private static readonly Picture _picture = _history.At("2025-08-20");

    [Fact]
    public void Russia_opposes_first_hand() =>
        _picture.Standing("russia", "security-guarantees").Should().BeEquivalentTo(
            new { Stance = Opposes, Claim = Id(1), AttributedOnly = false, OutsideMandate = false, Since = Day("2025-08-20"), SinceKind = SinceKind.By });

    [Fact]
    public void What_Donald_Trump_told_is_denied_and_not_dropped() =>
        _picture.Contradictions.Should().Equal(new Contradiction(ContradictionKind.DeniedHearsay, "russia", "security-guarantees", [Id(1), Id(2)]));

    [Fact]
    public void Russia_is_against_and_never_attributed() =>
        _picture.Topic("security-guarantees")!.Agreement.Should().Be(new Agreement([], ["russia"], [], [], []));

    [Fact]
    public void Both_claims_are_counted() => _picture.Counts.Should().Be(new Counts(1, 2, 1));

    [Fact]
    public void The_day_before_both_may_already_have_been_said()
    {
        var topic = _history.At("2025-08-19").Topic("security-guarantees")!;

        topic.Positions.Should().BeEmpty();
        topic.Pending.Select(claim => claim.Claim).Should().Equal(Id(1), Id(2));
    }
}
