using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace GuaranteeTracker.Faults.Fuzzing;

/// <summary><c>fuzz</c>: as many drawn requests as wanted.</summary>
internal static class FuzzCommand
{
    private const int BetweenLooks = 20_000;

    /// <summary>After so many each operation went well now and then: one that never did is not fuzzed behind its first refusal.</summary>
    private const int EachGoesWell = 100_000;

    public static Command Make()
    {
        var seed = new Option<ulong?>("--seed") { Description = "The same seed draws the same requests; a random one otherwise, which is printed." };
        var requests = new Option<long>("--requests") { Description = "How many to send at most.", DefaultValueFactory = _ => 100_000 };
        var minutes = new Option<double>("--minutes") { Description = "For how long at most.", DefaultValueFactory = _ => 60 };
        var faults = new Option<int>("--faults") { Description = "Stops after so many.", DefaultValueFactory = _ => 1 };
        var cases = new Option<DirectoryInfo?>("--cases") { Description = "Folder in which a request that found a fault is kept, to be sent again by a test: tests/GuaranteeTracker.Faults/Fuzzing/Regressions." };
        var command = new Command("fuzz", "Send drawn requests to a service of its own, and judge every answer; exit code 1 when anything is wrong, or 100,000 were sent and an operation never went well.") { seed, requests, minutes, faults, cases };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(seed) ?? RandomSeed.New(), parsed.GetValue(requests), TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(faults), parsed.GetValue(cases), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ulong seed, long requests, TimeSpan time, int mostFaults, DirectoryInfo? cases, CancellationToken cancellation)
    {
        await Console.Out.WriteLineAsync($"seed {seed}");
        var tracker = new FuzzedTracker();
        await ((IAsyncLifetime)tracker).InitializeAsync();
        var run = new FuzzRun(tracker, seed, BetweenLooks);
        var (began, told) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        await run.RunAsync(requests, time, mostFaults, TellAsync, cancellation);
        await Console.Out.WriteLineAsync(FuzzReport.Of(run, Stopwatch.GetElapsedTime(began)));
        foreach (var fault in run.Faults.Take(mostFaults))
        {
            await Console.Out.WriteLineAsync($"{fault}");
            if (cases is not null && fault.Request is not null)
            {
                await RegressionCase.Of(fault).WriteAsync(cases, cancellation);
            }
        }

        await tracker.DisposeAsync();
        return run.Faults.Count == 0 && (run.Sent < EachGoesWell || !run.NeverWell.Any()) ? 0 : 1;

        async Task TellAsync()
        {
            var elapsed = Stopwatch.GetElapsedTime(began);
            if (elapsed - told > TimeSpan.FromSeconds(20))
            {
                told = elapsed;
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{run.Sent:n0} requests, {run.Sent / elapsed.TotalSeconds:0} a second, {run.Faults.Count} faults"));
            }
        }
    }
}
