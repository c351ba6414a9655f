using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Tests.Timelines;

/// <summary>Timelines and a catalogue, brought up to date stretch by stretch: what a node keeps in memory.</summary>
internal sealed class KeptRecord(IReadOnlyList<Sequenced> record)
{
    private readonly Dictionary<string, TopicTimeline> _timelines = [];
    private Catalogue _catalogue = Catalogue.Empty;
    private int _held;

    public IReadOnlyCollection<TopicTimeline> Timelines => _timelines.Values;

    public Catalogue Catalogue => _catalogue;

    /// <summary>Takes in the next facts.</summary>
    public void Learn(int count)
    {
        var facts = record.Skip(_held).Take(count).ToList();
        _held += facts.Count;
        _catalogue = _catalogue.With(facts);
        var news = new RecordNews(facts, _catalogue, SourceOf, TopicsOf);
        foreach (var topic in _timelines.Keys.Union(news.Topics).ToList())
        {
            _timelines[topic] = _timelines.GetValueOrDefault(topic, TopicTimeline.Empty(topic)).With(news.For(topic));
        }
    }

    public Picture PictureAt(Moment moment, Selection shown)
    {
        var outline = Outline.Of([.. _timelines.Values.Where(timeline => shown.Topic(timeline.Topic))], _catalogue.Mandates, moment, shown, withRuns: true);
        return Picture.Of(
            outline,
            topic => TopicLabel.Of(_catalogue.Topics.At(topic, moment.Known)!.State),
            Outline.Of([.. _timelines.Values], _catalogue.Mandates, moment, Selection.Everything).Placed,
            ContentOf);
    }

    private SourceRegistered SourceOf(Guid source) => record.Select(fact => fact.Fact).OfType<SourceRegistered>().Single(fact => fact.Source == source);

    private IEnumerable<string> TopicsOf(Guid claim) => ContentsOf(claim).Select(content => content.Content.Topic).Distinct();

    private ClaimContent ContentOf(ContentKey key) => ContentsOf(key.Claim).Single(content => content.Sequence == key.Recorded).Content;

    private IEnumerable<(long Sequence, ClaimContent Content)> ContentsOf(Guid claim) =>
        from fact in record
        let content = fact.Fact switch
        {
            ClaimRecorded e when e.Claim == claim => e.Content,
            ClaimCorrected e when e.Claim == claim => e.Content,
            _ => null,
        }
        where content is not null
        select (fact.Sequence, content);
}
