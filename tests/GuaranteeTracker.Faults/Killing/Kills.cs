using System.Runtime.Versioning;
using Xunit.Abstractions;

namespace GuaranteeTracker.Faults.Killing;

/// <summary>A few kills in every run of all tests; <c>kill</c> makes more.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class Kills(ITestOutputHelper output)
{
    [Fact]
    public async Task Whatever_is_killed_what_was_acknowledged_is_on_record_once_and_the_ledger_is_whole()
    {
        var seed = RandomSeed.New();
        await Console.Out.WriteLineAsync($"kill --cycles 3 --seed {seed}");

        var report = await new KillCycles(3, seed, TimeSpan.FromMinutes(5)).RunAsync(line => { output.WriteLine(line); return Task.CompletedTask; }, CancellationToken.None);

        report.IsSound.Should().BeTrue("{0}", report);
        report.Recoveries.Should().HaveCount(3);
        report.Acknowledged.Should().BeGreaterThan(60);
    }
}
