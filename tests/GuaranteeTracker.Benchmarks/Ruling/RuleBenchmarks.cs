using BenchmarkDotNet.Attributes;
using GuaranteeTracker.Benchmarks.Generating;

namespace GuaranteeTracker.Benchmarks.Ruling;

/// <summary>One topic's picture at random (D, K).</summary>
public class RuleBenchmarks
{
    private const int Questions = 4096;

    private FloorServer _server = null!;
    private Floor _floor = null!;
    private Subject _subject = null!;
    private Question[] _questions = null!;
    private int _next;

    /// <summary>In the whole record; the topic has a 300th.</summary>
    [Params(100_000, 1_000_000, 10_000_000)]
    public long Claims { get; set; }

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _server = await FloorServer.StartAsync(CancellationToken.None);
        _floor = await Ruling.Floor.OpenAsync(_server.Source, CancellationToken.None);
        var record = Timelines.Read(new(Claims), topic => topic == World.Topic(0));
        _subject = Subject.Of(record, [World.Topic(0)]);
        _questions = Question.Many(Questions, 1, record.Last);
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        _floor.Dispose();
        await _server.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public object Floor() => _floor.Read(Next());

    [Benchmark]
    public object Outline() => _subject.Outline(Next());

    [Benchmark]
    public object Cells() => _subject.Cells(Next());

    [Benchmark]
    public object CellsAsJson() => _subject.Bytes(Next());

    private Question Next() => _questions[_next++ & (Questions - 1)];
}
