using System.CommandLine;
using System.Diagnostics;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary><c>ingest-file</c>: writes what <c>import</c> reads.</summary>
internal static class IngestFileCommand
{
    public static Command Make()
    {
        var claims = new Option<long>("--claims") { Description = "How many claims.", DefaultValueFactory = _ => 1_000_000 };
        var file = new Option<string>("--out") { Description = "The file to write.", Required = true };
        var seed = new Option<long>("--seed") { Description = "The same seed gives the same file.", DefaultValueFactory = _ => 1 };
        var command = new Command("ingest-file", "Write a large import: lines as export writes them, about ten claims a source.") { claims, file, seed };
        command.SetAction(async (parsed, cancellation) =>
        {
            var start = Stopwatch.GetTimestamp();
            await ImportFile.WriteAsync(parsed.GetValue(file)!, parsed.GetValue(claims), parsed.GetValue(seed), cancellation);
            var took = Stopwatch.GetElapsedTime(start);
            var written = await ImportFile.ReadAsync(parsed.GetValue(file)!, _ => { }, cancellation);
            Console.WriteLine($"{written.Lines} lines, {written.Claims} claims, {written.Bytes >> 20} MiB in {took.TotalSeconds:0.0} s");
            return 0;
        });
        return command;
    }
}
