using System.CommandLine;
using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Benchmarks.Ruling;

return await new RootCommand("What GuaranteeTracker costs, beside the floor under it. docs/performance.md says how to read the figures.")
{
    GenerateCommand.Make(),
    RuleCommand.Make(),
}.Parse(args).InvokeAsync();
