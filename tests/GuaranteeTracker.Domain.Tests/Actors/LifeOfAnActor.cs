using GuaranteeTracker.Domain.Actors;

namespace GuaranteeTracker.Domain.Tests.Actors;

using static People;

/// <summary>Each event is folded.</summary>
public sealed class LifeOfAnActor
{
    private static readonly Actor _registered = new(Id, Content);

    [Fact]
    public void Registered() => Given(People.Registered).State.Should().Be(_registered);

    [Fact]
    public void Renamed() => After(new ActorRenamed(Id, "45")).Should().Be(Content with { Name = "45" });

    [Fact]
    public void Alias_added_in_its_place_and_once()
    {
        After(new AliasAdded(Id, "Potus")).Should().Be(Content with { Aliases = ["DJT", "Potus", "Trump"] });
        After(new AliasAdded(Id, "DJT")).Should().Be(Content);
    }

    [Fact]
    public void Alias_removed() => After(new AliasRemoved(Id, "DJT")).Should().Be(Content with { Aliases = ["Trump"] });

    [Fact]
    public void Mandate_granted_in_its_place() =>
        After(new MandateGranted(Id, new("us", new(2017, 1, 20), new(2021, 1, 20))), new MandateGranted(Id, new("nato", new(2026, 1, 1), null))).Should().Be(
            Content with { Mandates = [new("nato", new(2026, 1, 1), null), new("us", new(2017, 1, 20), new(2021, 1, 20)), ForTheUs] });

    [Fact]
    public void Mandate_granted_again_without_end() =>
        After(new MandateEnded(Id, "us", new(2025, 1, 20), new(2029, 1, 20)), new MandateGranted(Id, ForTheUs)).Should().Be(Content);

    [Fact]
    public void Mandate_ended() =>
        After(new MandateEnded(Id, "us", new(2025, 1, 20), new(2029, 1, 20))).Should().Be(Content with { Mandates = [ForTheUs with { To = new(2029, 1, 20) }] });

    [Fact]
    public void Mandate_withdrawn_and_no_other() =>
        After(new MandateGranted(Id, new("us", new(2017, 1, 20), null)), new MandateGranted(Id, new("nato", new(2025, 1, 20), null)), new MandateWithdrawn(Id, "us", new(2025, 1, 20)))
            .Mandates.Should().Equal(new Mandate("nato", new(2025, 1, 20), null), new Mandate("us", new(2017, 1, 20), null));

    [Fact]
    public void An_event_nobody_knows_has_no_place_in_it() =>
        FluentActions.Invoking(() => Actor.Evolve(_registered, new ActorForgotten(Id))).Should().Throw<NotSupportedException>().WithMessage("*ActorForgotten*");

    [Fact]
    public void A_life_begins_once_and_with_its_registration()
    {
        FluentActions.Invoking(() => Given(new ActorRenamed(Id, "45"))).Should().Throw<NotSupportedException>();
        FluentActions.Invoking(() => Given(People.Registered, People.Registered)).Should().Throw<NotSupportedException>();
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    [InlineData(21, true)]
    [InlineData(22, true)]
    [InlineData(23, false)]
    public void A_mandate_covers_its_first_day_its_last_and_those_between(int day, bool covered) =>
        new Mandate("us", new(2025, 1, 20), new(2025, 1, 22)).Covers(new(2025, 1, day)).Should().Be(covered);

    [Fact]
    public void A_mandate_without_end_lasts() => ForTheUs.Covers(DateOnly.MaxValue).Should().BeTrue();

    private static ActorContent After(params IActorFact[] facts) => Given([People.Registered, .. facts]).State!.Content;

    private sealed record ActorForgotten(string Actor) : IActorFact;
}
