using System.Collections.Immutable;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Domain.Timelines;

/// <summary>
/// What the record holds beside sources and claims' contents, at every K: actors and their mandates, topics, encounters, and which
/// sources were withdrawn and claims disputed. Small, so it is kept whole; immutable.
/// </summary>
public sealed record Catalogue
{
    private Catalogue() { }

    public static Catalogue Empty { get; } = new();

    public Histories<string, Actor> Actors { get; private init; } = new();

    public Histories<string, Topic> Topics { get; private init; } = new();

    public Histories<Guid, Encounter> Encounters { get; private init; } = new();

    public Mandates Mandates { get; private init; } = Mandates.None;

    /// <summary>Sources, with the event that withdrew each.</summary>
    public ImmutableDictionary<Guid, long> Withdrawn { get; private init; } = ImmutableDictionary<Guid, long>.Empty;

    /// <summary>Claims ever in dispute, with when they were.</summary>
    public ImmutableDictionary<Guid, Stretch[]> Disputes { get; private init; } = ImmutableDictionary<Guid, Stretch[]>.Empty;

    /// <summary>Whether a fact belongs in here.</summary>
    public static bool Holds(IFact fact) => fact is IActorFact or ITopicFact or IEncounterFact or SourceWithdrawn or ClaimDisputed or DisputeResolved;

    /// <param name="facts">In the order of sequence; those that do not belong in here are left out.</param>
    public Catalogue With(IEnumerable<Sequenced> facts)
    {
        var (catalogue, actors) = (this, Actors);
        foreach (var (sequence, fact) in facts.Where(fact => Holds(fact.Fact)))
        {
            catalogue = catalogue.With(sequence, fact);
        }

        return catalogue.Actors == actors ? catalogue : catalogue with { Mandates = MandateHistory.Of(catalogue.Actors) };
    }

    private Catalogue With(long sequence, IFact fact) => fact switch
    {
        IActorFact e => this with { Actors = Actors.With(e.Actor, sequence, actor => Actor.Evolve(actor, e)) },
        ITopicFact e => this with { Topics = Topics.With(e.Topic, sequence, topic => Topic.Evolve(topic, e)) },
        IEncounterFact e => this with { Encounters = Encounters.With(e.Encounter, sequence, encounter => Encounter.Evolve(encounter, e)) },
        SourceWithdrawn e => this with { Withdrawn = Withdrawn.SetItem(e.Source, sequence) },
        ClaimDisputed e => this with { Disputes = Disputes.SetItem(e.Claim, Begin(sequence, e.Claim)) },
        DisputeResolved e => this with { Disputes = Disputes.SetItem(e.Claim, End(sequence, e.Claim)) },
        _ => throw new NotSupportedException($"The catalogue has no place for {fact.GetType().Name}."),
    };

    /// <summary>A dispute that another reason is given for goes on.</summary>
    private Stretch[] Begin(long sequence, Guid claim) => Disputes.GetValueOrDefault(claim, []) is [.., { Until: ClaimVersion.Never }] open
        ? open
        : [.. Disputes.GetValueOrDefault(claim, []), new(sequence, ClaimVersion.Never)];

    private Stretch[] End(long sequence, Guid claim) => Disputes.GetValueOrDefault(claim, []) is [.. var before, { Until: ClaimVersion.Never } open]
        ? [.. before, open with { Until = sequence }]
        : throw new NotSupportedException($"{nameof(DisputeResolved)} has no place in the life of claim {claim}, which is not disputed.");
}
