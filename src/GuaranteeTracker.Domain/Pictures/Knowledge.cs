using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Timelines;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>Everything the record held at one K: the fold of all facts up to it.</summary>
public sealed class Knowledge
{
    private readonly Dictionary<Guid, Source> _sources = [];
    private readonly Dictionary<Guid, Claim> _claims = [];
    private readonly Dictionary<Guid, Encounter> _encounters = [];
    private readonly Dictionary<string, Actor> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Topic> _topics = new(StringComparer.Ordinal);

    private readonly Dictionary<(Type Kind, object Id), long> _versions = [];

    private Knowledge() { }

    public IReadOnlyDictionary<Guid, Source> Sources => _sources;

    public IReadOnlyDictionary<Guid, Claim> Claims => _claims;

    public IReadOnlyDictionary<Guid, Encounter> Encounters => _encounters;

    public IReadOnlyDictionary<string, Actor> Actors => _actors;

    public IReadOnlyDictionary<string, Topic> Topics => _topics;

    /// <summary>How many facts there are about the <typeparamref name="T"/> with this id: its stream's version at K; 0 when not on record.</summary>
    public long VersionOf<T>(object id) => _versions.GetValueOrDefault((typeof(T), id));

    /// <param name="facts">In the order of their recording, as far as one id's own facts are concerned; otherwise in any order.</param>
    public static Knowledge Of(IEnumerable<IFact> facts)
    {
        var knowledge = new Knowledge();
        foreach (var fact in facts)
        {
            knowledge.Add(fact);
        }

        return knowledge;
    }

    /// <summary>The K of all that is held here.</summary>
    internal const long Now = 0;

    /// <summary>Rules 1 and 2: every topic's claims at their latest content, without the retracted and those of withdrawn sources.</summary>
    internal IReadOnlyList<TopicTimeline> Timelines()
    {
        var disputed = _claims.Values.Where(claim => claim.IsDisputed).ToDictionary(claim => claim.Id, _ => new[] { new Stretch(Now, ClaimVersion.Never) });
        return
        [
            .. from claim in _claims.Values
               where !claim.IsRetracted
               let source = _sources[claim.Content.Evidence.Source]
               where !source.IsWithdrawn
               group ClaimVersion.Of(claim.Id, claim.Content, source.Registered, Now) by claim.Content.Topic into topic
               select TopicTimeline.Empty(topic.Key).With(TimelineNews.Of([.. topic]) with { Disputes = disputed }),
        ];
    }

    internal Mandates Mandates() => Domain.Timelines.Mandates.Of(
        from actor in _actors.Values from mandate in actor.Content.Mandates select new KnownMandate(actor.Id, mandate, new(Now, ClaimVersion.Never)));

    public TopicLabel LabelOf(string topic) => TopicLabel.Of(_topics[topic]);

    public ClaimContent ContentOf(ContentKey key) => _claims[key.Claim].Content;

    private void Add(IFact fact)
    {
        switch (fact)
        {
            case IClaimFact e: Evolve(_claims, e.Claim, e, Claim.Evolve); break;
            case ISourceFact e: Evolve(_sources, e.Source, e, Source.Evolve); break;
            case IActorFact e: Evolve(_actors, e.Actor, e, Actor.Evolve); break;
            case ITopicFact e: Evolve(_topics, e.Topic, e, Topic.Evolve); break;
            case IEncounterFact e: Evolve(_encounters, e.Encounter, e, Encounter.Evolve); break;
            default: throw new NotSupportedException($"The record has no place for {fact.GetType().Name}.");
        }
    }

    private void Evolve<TId, TState, TFact>(Dictionary<TId, TState> states, TId id, TFact fact, Func<TState?, TFact, TState> evolve)
        where TId : notnull
        where TState : class
    {
        states[id] = evolve(states.GetValueOrDefault(id), fact);
        _versions[(typeof(TState), id)] = VersionOf<TState>(id) + 1;
    }
}
