using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Reading.Records;

/// <summary>What the record held at a K, and the K at which it held it.</summary>
internal sealed class KnownRecord
{
    private readonly SettledRecord _settled;
    private readonly CurrentRecord? _current;

    /// <param name="known">At a checkpoint that <paramref name="settled"/> holds.</param>
    public KnownRecord(Known known, SettledRecord settled) => (Known, _settled, Catalogue) = (known, settled, settled.Catalogue);

    /// <param name="known">Everything in <paramref name="current"/>.</param>
    public KnownRecord(Known known, CurrentRecord current) => (Known, _settled, _current, Catalogue) = (known, current.Settled, current, current.Catalogue);

    public Known Known { get; }

    /// <summary>Of K or later: ask it for what was known at K.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>K.</summary>
    public long K => Known.Sequence;

    /// <summary>What the tail says; null for a K that a checkpoint covers.</summary>
    public RecordNews? News => _current?.News;

    /// <summary>The last K that rows hold and that is no later than <see cref="K"/>.</summary>
    public long SettledK => Math.Min(K, _settled.Mark);

    /// <summary>Sources that were withdrawn.</summary>
    public IEnumerable<Guid> Withdrawn => Catalogue.Withdrawn.Where(source => source.Value <= K).Select(source => source.Key);

    /// <summary>Claims in dispute.</summary>
    public IEnumerable<Guid> Disputed => Catalogue.Disputes.Keys.Where(IsDisputed);

    public bool IsWithdrawn(Guid source) => Catalogue.Withdrawn.TryGetValue(source, out var withdrawn) && withdrawn <= K;

    public bool IsDisputed(Guid claim) => Catalogue.Disputes.TryGetValue(claim, out var stretches) && stretches.Any(stretch => stretch.Holds(K));

    public TopicLabel LabelOf(string topic) => TopicLabel.Of(Catalogue.Topics.At(topic, K)!.State);

    /// <summary>A topic's title; the id itself where there is no such topic.</summary>
    public string TitleOf(string topic) => Catalogue.Topics.At(topic, K)?.State.Content.Title ?? topic;

    /// <summary>An actor's name; the id itself where there is no such actor.</summary>
    public string NameOf(string actor) => Catalogue.Actors.At(actor, K)?.State.Content.Name ?? actor;

    public ValueTask<TopicTimeline> TimelineAsync(string topic) => _current is null ? _settled.TimelineAsync(topic) : _current.TimelineAsync(topic);

    /// <summary>The timelines of all topics on record that are to be shown.</summary>
    public async Task<IReadOnlyList<TopicTimeline>> TimelinesAsync(Selection shown)
    {
        var topics = shown.Topics.Count > 0 ? shown.Topics.Where(topic => Catalogue.Topics.At(topic, K) is not null) : Catalogue.Topics.AllAt(K).Select(topic => topic.State.Id);
        var timelines = new List<TopicTimeline>();
        foreach (var topic in topics)
        {
            timelines.Add(await TimelineAsync(topic));
        }

        return timelines;
    }

    /// <summary>The picture at D, less its words.</summary>
    public async Task<Outline> OutlineAsync(DateTime asOf, Selection shown, bool withRuns = false) =>
        Outline.Of(await TimelinesAsync(shown), Catalogue.Mandates, new(asOf, K), shown, withRuns);
}
