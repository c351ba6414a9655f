using System.CommandLine;
using GuaranteeTracker.Faults.Fuzzing;
using GuaranteeTracker.Faults.Killing;
using GuaranteeTracker.Faults.LostReplies;

var command = new RootCommand("What GuaranteeTracker survives and refuses, in runs that are too long for every run of all tests.")
{
    FuzzCommand.Make(),
    LostRepliesCommand.Make(),
};
if (!OperatingSystem.IsWindows())
{
    command.Add(KillCommand.Make());
}

return await command.Parse(args).InvokeAsync();
