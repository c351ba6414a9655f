using System.Collections.Concurrent;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Reading.Records;

/// <summary>The record at a checkpoint: immutable, but for which timelines are in memory.</summary>
/// <param name="size">How many events the checkpoint covers.</param>
/// <param name="mark">Its sequence number; 0 before the first.</param>
internal sealed class SettledRecord(long size, long mark, Catalogue catalogue, TimelineShelf shelf)
{
    private readonly ConcurrentDictionary<string, ShelvedTimeline> _timelines = new(StringComparer.Ordinal);

    public long Size => size;

    public long Mark => mark;

    public Catalogue Catalogue => catalogue;

    /// <summary>From memory, or read from rows now: at this checkpoint, no sooner and no later.</summary>
    public ValueTask<TopicTimeline> TimelineAsync(string topic)
    {
        if (_timelines.TryGetValue(topic, out var known) && known.Use() is { } there)
        {
            return new(there);
        }

        return new(ReadAsync(topic, _timelines.GetOrAdd(topic, topic => new(() => shelf.ReadAsync(topic, this)))));
    }

    /// <summary>The record at a later checkpoint. Timelines in memory come along.</summary>
    /// <param name="news">What was recorded in between.</param>
    public SettledRecord Advance(long toSize, long toMark, Catalogue toCatalogue, RecordNews news)
    {
        var next = new SettledRecord(toSize, toMark, toCatalogue, shelf);
        foreach (var (topic, timeline) in _timelines)
        {
            if (timeline.IfThere is { } there)
            {
                next._timelines[topic] = news.For(topic) is { IsNothing: false } changed ? timeline.Changed(there.With(changed)) : timeline;
            }
        }

        shelf.Tidy(next._timelines);
        return next;
    }

    private async Task<TopicTimeline> ReadAsync(string topic, ShelvedTimeline timeline)
    {
        try
        {
            var read = await timeline.ReadAsync();
            shelf.Tidy(_timelines);
            return read;
        }
        catch
        {
            _timelines.TryRemove(new(topic, timeline)); // who asks next tries again
            throw;
        }
    }
}
