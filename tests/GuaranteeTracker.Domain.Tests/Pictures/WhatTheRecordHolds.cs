using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Tests.Encounters;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Domain.Tests.Pictures;

using static History;

/// <summary>The fold of all facts.</summary>
public sealed class WhatTheRecordHolds
{
    private static readonly AClaim _claim = Said(1);
    private static readonly Mandate _mandate = new("us", Day("2025-01-20"), null);

    /// <summary>A life of each kind, with every event there is.</summary>
    private static readonly IFact[] _facts =
    [
        new ActorRegistered("us", new("US", ActorKind.State, [], [])),
        new ActorRenamed("us", "United States"),
        new AliasAdded("us", "USA"),
        new AliasRemoved("us", "USA"),
        new MandateGranted("us", _mandate with { For = "nato" }),
        new MandateEnded("us", "nato", Day("2025-01-20"), Day("2025-01-21")),
        new MandateWithdrawn("us", "nato", Day("2025-01-20")),
        new TopicRegistered("air-support", new("Air support", "A sentence.")),
        new TopicReworded("air-support", new("Help from the air", "A sentence.")),
        Printed(1).Registered,
        new ClaimRecorded(_claim.Id, _claim.Content),
        new ClaimCorrected(_claim.Id, _claim.Content with { Stance = Stance.Open }, "misread"),
        new ClaimDisputed(_claim.Id, "doubtful"),
        new DisputeResolved(_claim.Id, "it is right"),
        new ClaimRetracted(_claim.Id, "not said"),
        new SourceWithdrawn(Id(1), "a forgery"),
        new EncounterRecorded(Id(1), Summits.Content),
        new EncounterCorrected(Id(1), Summits.Content with { Place = null }, null),
    ];

    private static readonly Knowledge _known = Knowledge.Of(_facts);

    [Fact]
    public void Everything_on_record_is_held_under_its_id()
    {
        _known.Actors.Keys.Should().Equal("us");
        _known.Topics.Keys.Should().Equal("air-support");
        _known.Sources.Keys.Should().Equal(Id(1));
        _known.Claims.Keys.Should().Equal(Id(1));
        _known.Encounters.Keys.Should().Equal(Id(1));
    }

    [Fact]
    public void Everything_is_as_its_last_event_left_it()
    {
        _known.Actors["us"].Content.Should().Be(new ActorContent("United States", ActorKind.State, [], []));
        _known.Topics["air-support"].Content.Title.Should().Be("Help from the air");
        _known.Sources[Id(1)].IsWithdrawn.Should().BeTrue();
        _known.Claims[Id(1)].IsRetracted.Should().BeTrue();
        _known.Encounters[Id(1)].Content.Place.Should().BeNull();
    }

    [Fact]
    public void A_version_counts_the_events_of_one_thing()
    {
        _known.VersionOf<Actor>("us").Should().Be(7);
        _known.VersionOf<Topic>("air-support").Should().Be(2);
        _known.VersionOf<Source>(Id(1)).Should().Be(2);
        _known.VersionOf<Claim>(Id(1)).Should().Be(5);
        _known.VersionOf<Encounter>(Id(1)).Should().Be(2);
    }

    [Fact]
    public void What_is_not_on_record_has_version_nought()
    {
        _known.VersionOf<Claim>(Id(2)).Should().Be(0);
        _known.VersionOf<Topic>("us").Should().Be(0);
        Knowledge.Of([]).VersionOf<Actor>("us").Should().Be(0);
    }

    [Fact]
    public void Every_event_of_the_domain_is_folded() =>
        _facts.Select(fact => fact.GetType()).Should().BeEquivalentTo(
            typeof(IFact).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFact))));

    [Fact]
    public void Events_are_sealed_and_in_the_past_tense() =>
        _facts.Select(fact => fact.GetType()).Should().OnlyContain(type => type.IsSealed && (type.Name.EndsWith("ed", StringComparison.Ordinal) || type.Name == nameof(SourceWithdrawn) || type.Name == nameof(MandateWithdrawn)));

    [Fact]
    public void The_record_has_no_place_for_a_fact_about_nothing_it_knows() =>
        FluentActions.Invoking(() => Knowledge.Of([new SomethingHappened()])).Should().Throw<NotSupportedException>().WithMessage("*SomethingHappened*");

    [Fact]
    public void An_event_nobody_knows_is_not_passed_over() =>
        FluentActions.Invoking(() => Knowledge.Of([.. _facts, new ClaimForgotten(Id(1))])).Should().Throw<NotSupportedException>().WithMessage("*ClaimForgotten*");

    [Fact]
    public void Ids_differ_by_case() =>
        Knowledge.Of([new TopicRegistered("a", new("A", "A.")), new TopicRegistered("A", new("A", "A."))]).Topics.Should().HaveCount(2);

    [Fact]
    public void A_claim_that_should_never_have_been_recorded_is_not_passed_over() =>
        FluentActions.Invoking(() => Given(Said(1) with { Stated = "2025-08-22" }).At("2025-08-31")).Should().Throw<InvalidOperationException>().WithMessage("*published*");

    private sealed record SomethingHappened : IFact;

    private sealed record ClaimForgotten(Guid Claim) : IClaimFact;
}
