using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Topics;
using GuaranteeTracker.Domain.Writing;
using JasperFx.Events;

namespace GuaranteeTracker.Api.Recording;

/// <summary>
/// What the record holds of everything that some requests name. They are decided on it one after another: what one of them is
/// to store is part of it for those that follow, as if each had its turn alone.
/// </summary>
internal sealed class Grounds
{
    private readonly Dictionary<string, List<IEvent>> _streams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> _folded = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mentioned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTime> _takenDown = new(StringComparer.Ordinal);
    private readonly Effort _effort = new(QuoteFinder.Most); // for what nobody looked for before: the transaction waits
    private readonly Stack<(string Stream, int Events, string? Text)> _added = [];

    /// <summary>The time (UTC, the database's clock) with which what is stored now will be stored.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>First answers under the keys that the requests bring.</summary>
    public Dictionary<(string Caller, string Key), KeptAnswer> Answers { get; } = [];

    /// <summary>How much was added: where <see cref="Rewind"/> goes back to.</summary>
    public int Mark => _added.Count;

    public Stored<Claim>? Claim(Guid id) => Find<Claim, IClaimFact>(Streams.Claim(id), Domain.Claims.Claim.Evolve);

    public Stored<Source>? Source(Guid id) => Find<Source, ISourceFact>(Streams.Source(id), Domain.Sources.Source.Evolve);

    public Stored<Encounter>? Encounter(Guid id) => Find<Encounter, IEncounterFact>(Streams.Encounter(id), Domain.Encounters.Encounter.Evolve);

    public Stored<Actor>? Actor(string id) => Slug.IsValid(id) ? Find<Actor, IActorFact>(Streams.Actor(id), Domain.Actors.Actor.Evolve) : null;

    public Stored<Topic>? Topic(string id) => Slug.IsValid(id) ? Find<Topic, ITopicFact>(Streams.Topic(id), Domain.Topics.Topic.Evolve) : null;

    /// <summary>Those of the ids that are on record.</summary>
    public IReadOnlySet<string> Actors(IEnumerable<string?> ids) => OnRecord(ids, Streams.Actor);

    /// <inheritdoc cref="Actors"/>
    public IReadOnlySet<string> Topics(IEnumerable<string?> ids) => OnRecord(ids, Streams.Topic);

    /// <param name="quotation">The claim's passages, where they were looked for already.</param>
    public ClaimReferences ReferencesOf(ClaimInput claim, Quotation? quotation = null)
    {
        var source = Needs.SourceOf(claim) is { } id ? Source(id)?.State : null;
        var sha256 = source?.Registered.TextSha256;
        var text = sha256 is null ? null : _texts.GetValueOrDefault(sha256);
        var isLooked = quotation?.Search is not null && sha256 is not null && (quotation.Sha256 is null || (quotation.Sha256 == sha256 && _texts.ContainsKey(sha256)));
        return new(Actors([claim.Actor, claim.Speaker, claim.ReportedBy]), Topics([claim.Topic]), source, text) { Search = isLooked ? quotation!.Search : null, Effort = _effort };
    }

    public bool Holds(string stream) => _mentioned.Contains(stream) || (_streams.TryGetValue(stream, out var events) && events.Count > 0);

    /// <summary>How many events the stream has, of those that were read whole.</summary>
    public long VersionOf(string stream) => _streams.TryGetValue(stream, out var events) ? events.Count : 0;

    /// <summary>Whether the stream has this event because of this very request.</summary>
    public bool Holds(string stream, long version, string causation) =>
        _streams.TryGetValue(stream, out var events) && version <= events.Count && events[(int)version - 1].CausationId == causation;

    /// <summary>From now on the stream may be asked for.</summary>
    public void Open(string stream) => _streams.TryAdd(stream, []);

    /// <summary>An event on record, after those with a lower version.</summary>
    public void Read(string stream, IEvent e) => _streams[stream].Add(e);

    public void ReadMentioned(string stream) => _mentioned.Add(stream);

    /// <param name="text">Null where it is kept, and nobody needs to look into it.</param>
    public void ReadText(string sha256, string? text) => _texts[sha256] = text ?? _texts.GetValueOrDefault(sha256);

    public void ReadTakedown(string sha256, DateTime at) => _takenDown[sha256] = at;

    /// <summary>When (UTC) the text was taken down, of those that requests are to keep; null where it was not.</summary>
    public DateTime? TakenDown(string sha256) => _takenDown.TryGetValue(sha256, out var at) ? at : null;

    /// <summary>What is to be stored now.</summary>
    public void Add(Addition addition)
    {
        Open(addition.Stream);
        _streams[addition.Stream].AddRange(addition.Events);
        var isNewText = addition.Text is not null && !_texts.ContainsKey(addition.Text.Sha256);
        if (addition.Text is not null)
        {
            _texts[addition.Text.Sha256] = addition.Text.Text;
        }

        _added.Push((addition.Stream, addition.Events.Count, isNewText ? addition.Text!.Sha256 : null));
    }

    /// <summary>Takes back what was added since.</summary>
    public void Rewind(int mark)
    {
        while (_added.Count > mark)
        {
            var (stream, count, text) = _added.Pop();
            var events = _streams[stream];
            events.RemoveRange(events.Count - count, count);
            _ = text is not null && _texts.Remove(text);
            _folded.Remove(stream);
        }
    }

    private Stored<TState>? Find<TState, TFact>(string stream, Func<TState?, TFact, TState> evolve)
        where TState : class
        where TFact : IFact
    {
        if (!_streams.TryGetValue(stream, out var events))
        {
            throw new InvalidOperationException($"{stream} was not read before it was asked for.");
        }

        if (events.Count == 0)
        {
            return null;
        }

        var before = (Stored<TState>?)_folded.GetValueOrDefault(stream);
        if (before?.Events.Count == events.Count)
        {
            return before;
        }

        var found = Stored.Of(before, [.. events], evolve); // not all anew for each that is added
        _folded[stream] = found;
        return found;
    }

    private HashSet<string> OnRecord(IEnumerable<string?> ids, Func<string, string> stream) =>
        ids.OfType<string>().Where(id => Slug.IsValid(id) && Holds(stream(id))).ToHashSet(StringComparer.Ordinal);
}
