using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Benchmarks.Ruling;

/// <summary>What timelines take in memory, and how long it takes to build and to change them.</summary>
internal static class Memory
{
    /// <summary>All timelines of a record; prints the bytes a claim version.</summary>
    public static IReadOnlyList<TopicTimeline> Measure(Timelines record, TextWriter output)
    {
        var topics = record.Versions.Keys.Order(StringComparer.Ordinal).ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var timelines = topics.ConvertAll(record.Build);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var versions = timelines.Sum(timeline => (long)timeline.Count);
        output.WriteLine($"{timelines.Count} timelines of {versions} versions: {bytes / (double)versions:0.0} bytes a version held, {timelines.Sum(timeline => timeline.Bytes) / (double)versions:0.0} as they say themselves");
        return timelines;
    }

    /// <summary>One new claim, and the whole timeline.</summary>
    public static void MeasureChanges(Timelines record, TextWriter output)
    {
        var topic = World.Topic(0);
        var timeline = record.Build(topic);
        var news = TimelineNews.Of([record.Versions[topic][^1] with { Claim = Draw.For(Draw.Kind.Moment, 0).Id(), Recorded = record.Last + 1, Until = ClaimVersion.Never }]);
        new RatioTable($"A timeline of {timeline.Count} versions", 20)
            .Add("with one claim more", _ => timeline.With(news))
            .Add("built from its versions", _ => TopicTimeline.Empty(topic).With(TimelineNews.Of(record.Versions[topic])))
            .Run(output);
    }
}
