using System.Collections.Concurrent;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Reading.Records;

/// <summary>The record as it was when it was read: a settled one, and the tail of facts that no checkpoint covers yet.</summary>
/// <param name="tail">In order of sequence.</param>
/// <param name="catalogue">With the tail.</param>
/// <param name="news">What the tail says; null where there is none.</param>
internal sealed class CurrentRecord(SettledRecord settled, IReadOnlyList<Sequenced> tail, Catalogue catalogue, RecordNews? news)
{
    private readonly ConcurrentDictionary<string, Task<TopicTimeline>> _changed = new(StringComparer.Ordinal);

    public SettledRecord Settled => settled;

    public Catalogue Catalogue => catalogue;

    public IReadOnlyList<Sequenced> Tail => tail;

    /// <summary>Null where there is no tail.</summary>
    public RecordNews? News => news;

    /// <summary>Sequence number up to which it holds everything that it holds; 0 where there is nothing.</summary>
    public long Last => tail is [.., var last] ? last.Sequence : settled.Mark;

    /// <summary>Up to this sequence number it holds everything that is and can be: no number below is still to be used.</summary>
    public long CompleteUpTo { get; } = tail.Aggregate(settled.Mark, (last, fact) => fact.Sequence == last + 1 ? fact.Sequence : last);

    public async ValueTask<TopicTimeline> TimelineAsync(string topic)
    {
        if (news?.For(topic) is not { IsNothing: false } changed)
        {
            return await settled.TimelineAsync(topic);
        }

        try
        {
            return await _changed.GetOrAdd(topic, async topic => (await settled.TimelineAsync(topic)).With(changed));
        }
        catch
        {
            _changed.TryRemove(topic, out _);
            throw;
        }
    }
}
