using System.CommandLine;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary><c>ingest-kill</c>: an import whose service is killed again and again, against one that is left alone.</summary>
internal static class IngestKillCommand
{
    public static Command Make()
    {
        var (service, data) = (IngestCommand.MakeService(), IngestCommand.MakeData());
        var file = new Option<string>("--file") { Description = "The file to import.", Required = true };
        var kills = new Option<int>("--kills") { Description = "How often the service is killed.", DefaultValueFactory = _ => 5 };
        var seed = new Option<int>("--seed") { Description = "The same seed kills at the same places.", DefaultValueFactory = _ => 1 };
        var command = new Command("ingest-kill", "Import while the service is killed, send everything again after each time, and compare; exit code 1 when anything is lost, doubled or different.") { service, data, file, kills, seed };
        command.SetAction(async (parsed, cancellation) => await new KillRun(
            parsed.GetValue(service)!, parsed.GetValue(data)!, parsed.GetValue(file)!, parsed.GetValue(kills), parsed.GetValue(seed)).RunAsync(Console.Out, cancellation) ? 0 : 1);
        return command;
    }
}
