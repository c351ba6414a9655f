using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Domain.Tests.Seeds;

/// <summary>What a reader of the article would say stood on its day, 20 August 2025.</summary>
public sealed class DesignCard
{
    private static readonly Knowledge _known =
        SeedInput.ReadAll().Aggregate((IEnumerable<IFact>)[], (facts, input) => [.. facts, .. input.Decide(Knowledge.Of(facts))], Knowledge.Of);

    private static readonly Picture _picture = Picture.Of(_known, Microseconds.EndOfDay(new DateOnly(2025, 8, 20)), Selection.Everything);

    [Fact]
    public void The_US_is_open_to_air_support_in_the_presidents_own_words()
    {
        var position = Position("us", "us-air-support");

        (position.Stance, position.Voice, position.Speaker, position.Act).Should().Be((Stance.Open, Voice.Quote, "donald-trump", Act.Offer));
        _known.Claims[position.Claim].Content.Evidence.Quotes.Select(quote => quote.Exact).Should().Equal(
            "He later said that the US will be willing to help out with air support", "We're willing to help them with things, especially, probably ... by air");
        Topic("us-air-support").Agreement.For.Should().Equal("us");
        position.Support.Claims.Should().Be(2, "the caption says so too");
    }

    [Fact]
    public void The_US_rejects_troops_on_the_ground()
    {
        var position = Position("us", "us-ground-troops");

        (position.Stance, position.Speaker, position.SinceKind).Should().Be((Stance.Rejects, "donald-trump", SinceKind.By));
        Topic("us-ground-troops").Agreement.Against.Should().Equal("us");
    }

    [Fact]
    public void The_UK_and_its_coalition_support_a_reassurance_force_after_a_ceasefire()
    {
        foreach (var actor in new[] { "uk", "coalition-of-the-willing" })
        {
            var position = Position(actor, "reassurance-force");
            position.Stance.Should().Be(Stance.Supports);
            position.Conditions.Should().Equal("after a ceasefire or peace deal");
            (position.Since, position.SinceKind).Should().Be((new DateOnly(2025, 8, 19), SinceKind.By));
        }

        Topic("reassurance-force").Agreement.For.Should().Equal("coalition-of-the-willing", "uk");
    }

    [Fact]
    public void Russia_opposes_guarantees_itself_and_what_Trump_told_of_Putin_is_denied()
    {
        var position = Position("russia", "security-guarantees");

        (position.Stance, position.Voice, position.Speaker, position.AttributedOnly).Should().Be((Stance.Opposes, Voice.Quote, "russian-foreign-ministry", false));
        (position.Since, position.SinceKind, position.Support.Claims).Should().Be((new DateOnly(2025, 8, 18), SinceKind.On, 3));
        position.Contradictions.Should().Equal(_picture.Contradictions);
        var (denied, told) = (_picture.Contradictions.Should().ContainSingle().Which, Guid.Parse("96b4b6fe-7c88-4b3d-a91c-12c1a11433d8"));
        (denied.Kind, denied.Actor, denied.Topic).Should().Be((ContradictionKind.DeniedHearsay, "russia", "security-guarantees"));
        denied.Claims.Should().Equal(position.Claim, told);
        Topic("security-guarantees").Agreement.Against.Should().Equal("russia");
        Position("russia", "guarantees-in-principle").AttributedOnly.Should().BeTrue("on the idea as such there is nothing but what was told");
    }

    [Fact]
    public void Ukraine_wants_to_buy_weapons_for_ninety_billion_dollars()
    {
        var position = Position("ukraine", "arms-purchase");

        position.Stance.Should().Be(Stance.Supports);
        position.Terms.Should().Equal(new MoneyTerm(90_000_000_000, "USD", [new Money(67_000_000_000, "GBP")]));
    }

    [Fact]
    public void The_US_has_not_said_whether_it_helps_at_sea()
    {
        Position("us", "us-naval-support").Stance.Should().Be(Stance.Undecided);
        Topic("us-naval-support").Agreement.Undecided.Should().Equal("us");
    }

    private static TopicPicture Topic(string id) => _picture.Topics.Single(topic => topic.Topic.Id == id);

    private static Position Position(string actor, string topic) => Topic(topic).Positions.Single(position => position.Actor == actor);
}
