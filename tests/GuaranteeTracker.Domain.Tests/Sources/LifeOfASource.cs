using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Domain.Tests.Sources;

using static Documents;

/// <summary>Each event is folded.</summary>
public sealed class LifeOfASource
{
    private static readonly Source _registered = new(Documents.Registered, null);

    [Fact]
    public void Registered()
    {
        Given(Documents.Registered).State.Should().Be(_registered);
        _registered.Id.Should().Be(Id);
        _registered.IsWithdrawn.Should().BeFalse();
    }

    [Fact]
    public void Withdrawn()
    {
        var source = Given(Documents.Registered, new SourceWithdrawn(Id, "a forgery")).State!;

        source.Should().Be(_registered with { WithdrawalReason = "a forgery" });
        source.IsWithdrawn.Should().BeTrue();
    }

    [Fact]
    public void An_event_nobody_knows_has_no_place_in_it() =>
        FluentActions.Invoking(() => Source.Evolve(_registered, new SourceForgotten(Id))).Should().Throw<NotSupportedException>().WithMessage("*SourceForgotten*");

    [Fact]
    public void A_life_begins_once_and_with_its_registration()
    {
        FluentActions.Invoking(() => Given(new SourceWithdrawn(Id, "a forgery"))).Should().Throw<NotSupportedException>();
        FluentActions.Invoking(() => Given(Documents.Registered, Documents.Registered)).Should().Throw<NotSupportedException>();
    }

    private sealed record SourceForgotten(Guid Source) : ISourceFact;
}
