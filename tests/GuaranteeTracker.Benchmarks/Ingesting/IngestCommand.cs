using System.CommandLine;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary><c>ingest</c>: recording beside its floors.</summary>
internal static class IngestCommand
{
    private static readonly string[] _parts = [IngestOptions.Singles, IngestOptions.Batches, IngestOptions.Latency, IngestOptions.Import];

    public static Command Make()
    {
        var (service, data) = (MakeService(), MakeData());
        var rounds = new Option<int>("--rounds") { Description = "Rounds of all bursts, after one to warm up.", DefaultValueFactory = _ => 7 };
        var seconds = new Option<double>("--seconds") { Description = "How long each burst takes.", DefaultValueFactory = _ => 4 };
        var claims = new Option<long>("--import-claims") { Description = "How many claims are imported.", DefaultValueFactory = _ => 1_000_000 };
        var imports = new Option<int>("--import-rounds") { Description = "How often they are, each time into a new store.", DefaultValueFactory = _ => 1 };
        var only = new Option<string>("--only") { Description = $"The parts to run, of {string.Join(',', _parts)}.", DefaultValueFactory = _ => string.Join(',', _parts) };
        var commit = new Option<string>("--commit") { Description = "PostgreSQL's synchronous_commit, on both sides.", DefaultValueFactory = _ => "on" };
        commit.AcceptOnlyFromAmong("on", "off");
        only.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>().Split(',').Except(_parts).Any())
            {
                result.AddError($"--only takes some of {string.Join(',', _parts)}, with commas between.");
            }
        });
        var command = new Command("ingest", "Measure how quickly a service of its own records, beside what PostgreSQL takes for as many rows.") { service, data, rounds, seconds, claims, imports, only, commit };
        command.SetAction(async (parsed, cancellation) =>
        {
            await new Ingest(new(
                parsed.GetValue(service)!, parsed.GetValue(data)!, parsed.GetValue(rounds), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(claims),
                parsed.GetValue(imports), parsed.GetValue(only)!.Split(',').ToHashSet(), parsed.GetValue(commit) is "on")).RunAsync(Console.Out, cancellation);
            return 0;
        });
        return command;
    }

    public static Option<FileInfo> MakeService() => new Option<FileInfo>("--service")
    {
        Description = "The built service.", DefaultValueFactory = _ => new(Path.Combine(AppContext.BaseDirectory, "GuaranteeTracker.Api.dll")),
    }.AcceptExistingOnly();

    public static Option<string> MakeData() => new("--data") { Description = "A folder for stores, which go away in the end, and files to import.", Required = true };
}
