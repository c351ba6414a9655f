using System.Diagnostics;
using Xunit.Abstractions;

namespace GuaranteeTracker.Faults.Fuzzing;

/// <summary>Half a minute of drawn requests; <c>fuzz</c> sends more of them.</summary>
public sealed class RandomRequests(FuzzedTracker tracker, ITestOutputHelper output) : IClassFixture<FuzzedTracker>
{
    private const int MostRequests = 40_000;

    private static readonly TimeSpan _time = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Whatever_is_asked_is_answered_as_described_and_what_is_refused_stores_nothing()
    {
        var seed = RandomSeed.New();
        await Console.Out.WriteLineAsync($"fuzz --seed {seed}"); // before anything can go wrong
        var run = new FuzzRun(tracker, seed, batch: 1_000);
        var began = Stopwatch.GetTimestamp();

        await run.RunAsync(MostRequests, _time, mostFaults: 1, () => Task.CompletedTask, CancellationToken.None);

        output.WriteLine(FuzzReport.Of(run, Stopwatch.GetElapsedTime(began)));
        run.Faults.Should().BeEmpty();
        run.Sent.Should().BeGreaterThanOrEqualTo(1_000);
        run.WentWell.Keys.Should().Contain(["importLines", "getPicture", "recordEncounter", "addKey"], "what is sent mostly fits");
        run.NeverWell.Count().Should().BeLessThan(run.WentWell.Count, "most operations go well even in so short a time; fuzz sends enough for all");
    }
}
