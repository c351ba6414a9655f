using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Domain.Tests.Pictures;

using static History;
using static Stance;

public sealed class CountsAndOrder
{
    [Fact]
    public void Counts_are_of_positions_of_their_claims_effective_by_then_and_of_their_sources() =>
        Given(
                Said(1) with { Stance = Open }, Said(2) with { Stated = "2025-08-16", Source = Printed(2) }, Told(3, "uk") with { Source = Printed(3) },
                Said(4) with { Actor = "uk", Speaker = "somebody" }, Said(5) with { Actor = "uk", Stated = "2025-08-20", Source = Printed(4) },
                Said(6) with { Actor = "nato", Stated = "2025-08-20", Source = Printed(5) })
            .At("2025-08-19").Counts.Should().Be(new Counts(Cells: 2, Claims: 4, Sources: 3));

    [Fact]
    public void Retracted_claims_and_those_of_withdrawn_sources_are_not_counted() =>
        Given(Said(1), Said(2) with { Source = Printed(2) }, Said(3)).Retracted(3).Withdrawn(Printed(2))
            .At("2025-08-20").Counts.Should().Be(new Counts(1, 1, 1));

    [Fact]
    public void Only_what_is_shown_is_counted()
    {
        var history = Given(Said(1), Said(2) with { Actor = "uk", Source = Printed(2) }, Said(3) with { Topic = "sanctions" });

        history.At("2025-08-20").Counts.Should().Be(new Counts(3, 3, 2));
        history.At("2025-08-20", new Selection(new HashSet<string> { "uk" }, new HashSet<string>())).Counts.Should().Be(new Counts(1, 1, 1));
        history.At("2025-08-20", new Selection(new HashSet<string>(), new HashSet<string> { "sanctions" })).Counts.Should().Be(new Counts(1, 1, 1));
    }

    [Fact]
    public void An_empty_record_makes_an_empty_picture() =>
        Picture.Of(Knowledge.Of([]), DateTime.MaxValue, Selection.Everything).Should().Be(new Picture([], [], new Counts(0, 0, 0)));

    [Fact]
    public void Topics_and_positions_are_in_ordinal_order()
    {
        var picture = Given(
                Said(1) with { Topic = "nato-membership" }, Said(2) with { Topic = "nato2" }, Said(3) with { Topic = "nato" },
                Said(4) with { Topic = "nato", Actor = "u-2" }, Said(5) with { Topic = "nato", Actor = "eu" })
            .At("2025-08-20");

        picture.Topics.Select(topic => topic.Topic.Id).Should().Equal("nato", "nato-membership", "nato2");
        picture.Topics[0].Positions.Select(position => position.Actor).Should().Equal("eu", "u-2", "us");
    }

    [Fact]
    public void Pending_claims_are_by_actor_and_then_id()
    {
        var soon = Said(1) with { Stated = "2025-08-18/2025-08-20" };

        Given(soon with { Number = 4 }, soon with { Number = 3, Actor = "uk" }, soon with { Number = 2, Actor = "u-2" }, soon with { Number = 1, Actor = "uk", Stated = "2025-08-19" })
            .At("2025-08-19T12:00:00Z").Pending().Should().Equal(Id(2), Id(1), Id(3), Id(4));
    }

    [Fact]
    public void Contradictions_are_by_topic_actor_kind_and_then_the_other_claims_id()
    {
        var picture = Given(
                Said(1) with { Topic = "sanctions", Stance = Rejects }, Told(2, "nato") with { Topic = "sanctions" },
                Said(3) with { Speaker = "trump", Stance = Rejects }, Told(9, "nato"), Told(8, "eu"), Told(5, "russia") with { Stated = "2025-08-19" },
                Said(6) with { Speaker = "vance", Stated = "2025-08-17" },
                Said(10) with { Actor = "eu", Stance = Rejects }, Told(11, "nato") with { Actor = "eu" })
            .Mandate("trump", "us", "2025-01-20").At("2025-08-20");

        picture.Contradictions.Select(found => (found.Topic, found.Actor, found.Kind, found.Claims[1])).Should().Equal(
            ("air-support", "eu", ContradictionKind.DeniedHearsay, Id(11)),
            ("air-support", "us", ContradictionKind.DeniedHearsay, Id(8)),
            ("air-support", "us", ContradictionKind.DeniedHearsay, Id(9)),
            ("air-support", "us", ContradictionKind.SplitVoice, Id(6)),
            ("air-support", "us", ContradictionKind.UnconfirmedHearsay, Id(5)),
            ("sanctions", "us", ContradictionKind.DeniedHearsay, Id(2)));
    }

    [Fact]
    public void A_topic_is_worded_as_is_known_then() =>
        Given(Said(1)).Then(new TopicReworded("air-support", new("Help from the air", "Somebody helps from the air.")))
            .At("2025-08-20").Topics.Single().Topic.Should().Be(new TopicLabel("air-support", "Help from the air", "Somebody helps from the air."));

    [Fact]
    public void A_position_tells_what_its_standing_claim_says() =>
        Given(Said(1) with { Speaker = "us", Source = Printed(7), Stated = "2025-08-18~" }).At("2025-08-20").Standing().Should().Be(new Position(
            "us", Supports, Act.Statement, Day("2025-08-18"), SinceKind.On, Id(1), "us", null, Voice.Quote, "A sentence.", "words", "2025-08-18~", Id(7),
            [], null, [], null, new Support(1, 1, 1), null, AttributedOnly: false, Disputed: false, OutsideMandate: false, []));
}
