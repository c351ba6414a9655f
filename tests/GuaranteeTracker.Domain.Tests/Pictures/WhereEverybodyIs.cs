using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Domain.Tests.Pictures;

using static History;
using static Stance;

/// <summary>Rule 7: agreement.</summary>
public sealed class WhereEverybodyIs
{
    [Theory]
    [InlineData(Commits, "for")]
    [InlineData(Supports, "for")]
    [InlineData(Open, "for")]
    [InlineData(Undecided, "undecided")]
    [InlineData(Opposes, "against")]
    [InlineData(Rejects, "against")]
    public void Above_nothing_is_for_and_below_is_against(Stance stance, string side) =>
        Agreement(Said(1) with { Stance = stance }).Should().Be(new Agreement(
            side == "for" ? ["us"] : [], side == "against" ? ["us"] : [], side == "undecided" ? ["us"] : [], [], []));

    [Theory]
    [InlineData(Commits)]
    [InlineData(Undecided)]
    [InlineData(Rejects)]
    public void Whoever_only_others_tell_of_is_attributed_whatever_the_stance(Stance stance) =>
        Agreement(Told(1, "uk") with { Stance = stance }).Should().Be(new Agreement([], [], [], ["us"], []));

    [Fact]
    public void Whoever_has_a_position_elsewhere_and_none_here_is_silent() =>
        Agreement(Said(1), Said(2) with { Actor = "uk", Topic = "sanctions" }).Silent.Should().Equal("uk");

    [Fact]
    public void Whoever_is_only_attributed_elsewhere_is_silent_here_too() =>
        Agreement(Said(1), Told(2, "nato") with { Actor = "uk", Topic = "sanctions" }).Silent.Should().Equal("uk");

    [Fact]
    public void Whoever_has_no_position_anywhere_is_not_silent() =>
        Agreement(Said(1) with { Speaker = "trump" }, Told(2, "nato"), Said(3) with { Actor = "uk", Topic = "sanctions", Stated = "2025-08-19/2025-08-20" }).Silent.Should().BeEmpty();

    [Fact]
    public void Speaking_outside_the_mandate_still_places_the_actor() =>
        Agreement(Said(1) with { Speaker = "trump" }).For.Should().Equal("us");

    [Fact]
    public void Everybody_is_listed_in_ordinal_order() =>
        Agreement(Said(1), Said(2) with { Actor = "uk" }, Said(3) with { Actor = "eu" }, Said(4) with { Actor = "u-2" }, Said(5) with { Actor = "u2" })
            .For.Should().Equal("eu", "u-2", "u2", "uk", "us");

    [Theory]
    [InlineData("uk", "")]
    [InlineData("", "air-support")]
    [InlineData("uk,us", "air-support,sanctions")]
    public void Filters_choose_what_is_shown_and_not_what_is_compared(string actors, string topics)
    {
        var history = Given(Said(1), Said(2) with { Actor = "uk", Stance = Rejects }, Said(3) with { Actor = "nato", Topic = "sanctions" }, Told(4, "us") with { Actor = "eu" });

        history.At("2025-08-19", Showing(actors, topics)).Topic()!.Agreement.Should().Be(history.At("2025-08-19").Topic()!.Agreement)
            .And.Be(new Agreement(["us"], ["uk"], [], ["eu"], ["nato"]));
    }

    [Fact]
    public void A_filter_on_actors_limits_positions_pending_and_contradictions()
    {
        var picture = Given(
                Said(1), Said(2) with { Stated = "2025-08-20" }, Told(3, "nato") with { Stance = Rejects },
                Said(4) with { Actor = "uk" }, Said(5) with { Actor = "uk", Stated = "2025-08-20" }, Told(6, "nato") with { Actor = "uk", Stance = Rejects })
            .At("2025-08-20T00:00:00Z", Showing("uk", ""));

        picture.Topic()!.Positions.Select(position => position.Actor).Should().Equal("uk");
        picture.Pending().Should().Equal(Id(5));
        picture.Contradictions.Select(found => found.Actor).Should().Equal("uk");
    }

    [Fact]
    public void Topics_with_nothing_to_show_are_left_out()
    {
        var history = Given(Said(1), Said(2) with { Actor = "uk", Topic = "sanctions" }, Said(3) with { Topic = "troops", Stated = "2025-08-19/2025-08-20" });

        history.At("2025-08-18").Topics.Select(topic => topic.Topic.Id).Should().Equal("air-support", "sanctions");
        history.At("2025-08-19").Topics.Select(topic => topic.Topic.Id).Should().Equal("air-support", "sanctions", "troops");
        history.At("2025-08-19", Showing("uk", "")).Topics.Select(topic => topic.Topic.Id).Should().Equal("sanctions");
        history.At("2025-08-19", Showing("", "troops")).Topics.Select(topic => topic.Topic.Id).Should().Equal("troops");
        history.At("2025-08-19", Showing("uk", "troops")).Topics.Should().BeEmpty();
    }

    private static Agreement Agreement(params AClaim[] claims) => Given(claims).At("2025-08-19").Topic()!.Agreement;

    private static Selection Showing(string actors, string topics) => new(Set(actors), Set(topics));

    private static HashSet<string> Set(string ids) => [.. ids.Split(',', StringSplitOptions.RemoveEmptyEntries)];
}
