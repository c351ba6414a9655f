using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Claims;

using static Requests;

/// <summary>Each event is folded.</summary>
public sealed class LifeOfAClaim
{
    private static readonly Claim _recorded = new(Id, Content, Content, null, null, null, null);
    private static readonly ClaimContent _open = Content with { Stance = Stance.Open };

    [Fact]
    public void Recorded() => Given(Requests.Recorded).State.Should().Be(_recorded);

    [Fact]
    public void Corrected() =>
        Given(Requests.Recorded, new ClaimCorrected(Id, _open, "misread")).State.Should().Be(
            _recorded with { Content = _open, CorrectionReason = "misread" });

    [Fact]
    public void Disputed()
    {
        var claim = Given(Requests.Recorded, new ClaimDisputed(Id, "doubtful")).State!;

        claim.Should().Be(_recorded with { DisputeReason = "doubtful" });
        claim.IsDisputed.Should().BeTrue();
    }

    [Fact]
    public void Resolved()
    {
        var claim = Given(Requests.Recorded, new ClaimDisputed(Id, "doubtful"), new DisputeResolved(Id, "it is right")).State!;

        claim.Should().Be(_recorded with { ResolutionReason = "it is right" });
        claim.IsDisputed.Should().BeFalse();
    }

    [Fact]
    public void Disputed_again() =>
        Given(Requests.Recorded, new ClaimDisputed(Id, "doubtful"), new DisputeResolved(Id, "it is right"), new ClaimDisputed(Id, "misdated"))
            .State.Should().Be(_recorded with { DisputeReason = "misdated" });

    [Fact]
    public void Retracted()
    {
        var claim = Given(Requests.Recorded, new ClaimRetracted(Id, "not said")).State!;

        claim.Should().Be(_recorded with { RetractionReason = "not said" });
        claim.IsRetracted.Should().BeTrue();
        _recorded.IsRetracted.Should().BeFalse();
    }

    [Fact]
    public void An_event_nobody_knows_has_no_place_in_it() =>
        FluentActions.Invoking(() => Claim.Evolve(_recorded, new ClaimForgotten(Id))).Should().Throw<NotSupportedException>().WithMessage("*ClaimForgotten*");

    [Fact]
    public void A_life_begins_once_and_with_its_record()
    {
        FluentActions.Invoking(() => Given(new ClaimRetracted(Id, "not said"))).Should().Throw<NotSupportedException>();
        FluentActions.Invoking(() => Given(Requests.Recorded, Requests.Recorded)).Should().Throw<NotSupportedException>();
    }

    private sealed record ClaimForgotten(Guid Claim) : IClaimFact;
}
