using System.CommandLine;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Faults.LostReplies;

/// <summary><c>lost-replies</c>: as many lost replies to COMMIT as wanted.</summary>
internal static class LostRepliesCommand
{
    public static Command Make()
    {
        var seed = new Option<ulong?>("--seed") { Description = "The same seed sends the same; a random one otherwise, which is printed." };
        var count = new Option<int>("--count") { Description = "How many replies are lost.", DefaultValueFactory = _ => 1_000 };
        var command = new Command("lost-replies", "Record while replies to COMMIT are lost; exit code 1 when anything is lost or doubled.") { seed, count };
        command.SetAction(async (parsed, cancellation) =>
        {
            var tracker = new Tracker();
            await tracker.InitializeAsync();
            var report = await new LostReplyRun(tracker, parsed.GetValue(count), parsed.GetValue(seed) ?? RandomSeed.New()).RunAsync(Console.Out.WriteLineAsync, cancellation);
            await Console.Out.WriteLineAsync($"{report}");
            await tracker.DisposeAsync();
            return report.IsSound ? 0 : 1;
        });
        return command;
    }
}
