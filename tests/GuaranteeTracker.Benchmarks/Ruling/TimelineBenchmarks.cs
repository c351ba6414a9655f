using BenchmarkDotNet.Attributes;
using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Benchmarks.Ruling;

/// <summary>One topic's timeline: made, and changed.</summary>
public class TimelineBenchmarks
{
    private Timelines _record = null!;
    private TopicTimeline _timeline = null!;
    private TimelineNews _one = null!, _all = null!;

    /// <summary>In the whole record; the topic has a 300th.</summary>
    [Params(1_000_000, 10_000_000)]
    public long Claims { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var topic = World.Topic(0);
        _record = Timelines.Read(new(Claims), other => other == topic);
        _timeline = _record.Build(topic);
        _all = TimelineNews.Of(_record.Versions[topic]);
        _one = TimelineNews.Of([_record.Versions[topic][^1] with { Claim = Draw.For(Draw.Kind.Moment, 0).Id(), Recorded = _record.Last + 1 }]);
    }

    [Benchmark]
    public object WithOneClaimMore() => _timeline.With(_one);

    [Benchmark]
    public object BuiltFromItsVersions() => TopicTimeline.Empty(_timeline.Topic).With(_all);
}
