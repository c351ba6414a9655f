using System.Collections.Concurrent;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Reading.Records;

/// <summary>Reads timelines from rows, and puts those away that were not asked for longest when they take more memory than the setting allows.</summary>
internal sealed class TimelineShelf(RecordRows rows, Settings settings)
{
    public async Task<TopicTimeline> ReadAsync(string topic, SettledRecord record)
    {
        var versions = await rows.ReadVersionsAsync(topic, record.Mark);
        return TopicTimeline.Empty(topic).With(TimelineNews.Of(versions) with { Withdrawn = record.Catalogue.Withdrawn, Disputes = record.Catalogue.Disputes });
    }

    /// <summary>One timeline at least stays.</summary>
    public void Tidy(ConcurrentDictionary<string, ShelvedTimeline> timelines)
    {
        var excess = timelines.Values.Sum(timeline => timeline.Bytes) - (settings.TimelineMemory << 20);
        if (excess <= 0)
        {
            return;
        }

        foreach (var (topic, timeline) in timelines.Where(timeline => timeline.Value.IfThere is not null).OrderBy(timeline => timeline.Value.LastUsed).SkipLast(1))
        {
            if (excess > 0 && timelines.TryRemove(new(topic, timeline)))
            {
                excess -= timeline.Bytes;
            }
        }
    }
}

/// <summary>A timeline in memory, or on its way there.</summary>
internal sealed class ShelvedTimeline
{
    private readonly Lazy<Task<TopicTimeline>> _timeline;
    private long _lastUsed;

    /// <summary>Read when it is first asked for, once.</summary>
    public ShelvedTimeline(Func<Task<TopicTimeline>> read) => (_timeline, _lastUsed) = (new(read), TimeProvider.System.GetTimestamp());

    private ShelvedTimeline(TopicTimeline there, long lastUsed) => (_timeline, _lastUsed) = (new(Task.FromResult(there)), lastUsed);

    /// <summary>When it was last asked for, in ticks of a clock that only goes forward.</summary>
    public long LastUsed => Volatile.Read(ref _lastUsed);

    /// <summary>Null while it is being read.</summary>
    public TopicTimeline? IfThere => _timeline is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? _timeline.Value.Result : null;

    public long Bytes => IfThere?.Bytes ?? 0;

    /// <summary>Null while it is being read.</summary>
    public TopicTimeline? Use()
    {
        Volatile.Write(ref _lastUsed, TimeProvider.System.GetTimestamp());
        return IfThere;
    }

    public Task<TopicTimeline> ReadAsync() => _timeline.Value;

    /// <summary>In its place, as if asked for when this was.</summary>
    public ShelvedTimeline Changed(TopicTimeline to) => new(to, LastUsed);
}
