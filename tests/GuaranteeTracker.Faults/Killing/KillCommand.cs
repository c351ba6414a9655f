using System.CommandLine;
using System.Runtime.Versioning;

namespace GuaranteeTracker.Faults.Killing;

/// <summary><c>kill</c>: as many kill cycles as wanted.</summary>
[UnsupportedOSPlatform("windows")]
internal static class KillCommand
{
    public static Command Make()
    {
        var seed = new Option<ulong?>("--seed") { Description = "The same seed kills the same things; a random one otherwise, which is printed." };
        var cycles = new Option<int>("--cycles") { Description = "How often something is killed.", DefaultValueFactory = _ => 100 };
        var minutes = new Option<double>("--minutes") { Description = "For how long at most.", DefaultValueFactory = _ => 120 };
        var command = new Command("kill", "Record claims while the service, PostgreSQL or one of its processes is killed, again and again; exit code 1 when anything is lost, doubled or different.") { seed, cycles, minutes };
        command.SetAction(async (parsed, cancellation) =>
        {
            var report = await new KillCycles(parsed.GetValue(cycles), parsed.GetValue(seed) ?? RandomSeed.New(), TimeSpan.FromMinutes(parsed.GetValue(minutes))).RunAsync(Console.Out.WriteLineAsync, cancellation);
            await Console.Out.WriteLineAsync($"{report}");
            return report.IsSound ? 0 : 1;
        });
        return command;
    }
}
