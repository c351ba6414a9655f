using System.CommandLine;
using GuaranteeTracker.Benchmarks.Asking;
using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Benchmarks.Ingesting;
using GuaranteeTracker.Benchmarks.Loading;
using GuaranteeTracker.Benchmarks.Opening;
using GuaranteeTracker.Benchmarks.Ruling;
using GuaranteeTracker.Benchmarks.Starting;

return await new RootCommand("What GuaranteeTracker costs, beside the floor under it. docs/performance.md says how to read the figures.")
{
    GenerateCommand.Make(),
    RuleCommand.Make(),
    LoadCommand.Make(),
    StartCommand.Make(),
    PagesCommand.Make(),
    SearchCommand.Make(),
    IngestCommand.Make(),
    IngestFileCommand.Make(),
    IngestKillCommand.Make(),
    LedgerCommand.Make(),
}.Parse(args).InvokeAsync();
