using System.CommandLine;
using GuaranteeTracker.Faults.Fuzzing;

return await new RootCommand("What GuaranteeTracker survives and refuses, in runs that are too long for every run of all tests.")
{
    FuzzCommand.Make(),
}.Parse(args).InvokeAsync();
