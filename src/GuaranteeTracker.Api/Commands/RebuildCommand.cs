using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording.Rebuilding;
using Npgsql;

namespace GuaranteeTracker.Api.Commands;

/// <summary><c>rebuild</c>: makes the rows that answers are read from anew, out of the events.</summary>
internal static class RebuildCommand
{
    public static Command Make()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of words." };
        var command = new Command("rebuild", "Make the rows that answers are read from anew, out of the events, while the service goes on; exit code 1 when they had been wrong.") { json };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(json), [.. parsed.UnmatchedTokens], cancellation));
        return command;
    }

    private static async Task<int> RunAsync(bool json, string[] settings, CancellationToken cancellation)
    {
        try
        {
            await using var store = await LocalStore.OpenAsOwnerAsync(settings, cancellation);
            var rebuild = new Rebuild(store.Source);
            var report = json ? await rebuild.RunAsync(_ => { }, cancellation) : await RunAsync(rebuild, cancellation);
            await Console.Out.WriteLineAsync(json ? JsonSerializer.Serialize(report, Json.Options) : Describe(report));
            return report.Differences.Count == 0 ? 0 : 1;
        }
        catch (Exception e) when (e is RebuildException or StartException or NpgsqlException)
        {
            await Console.Error.WriteLineAsync(e is NpgsqlException ? $"The rebuild failed and changed nothing: {e.Message}" : e.Message);
            return 1;
        }
    }

    private static Task<RebuildReport> RunAsync(Rebuild rebuild, CancellationToken cancellation) =>
        CommandParts.WithBarAsync("Rebuilding", progress => rebuild.RunAsync(progress, cancellation));

    private static string Describe(RebuildReport report) => string.Join('\n',
    [
        string.Create(CultureInfo.InvariantCulture, $"{report.Events} events read, {report.Versions} versions of claims written in {report.Seconds:0.0} s"),
        .. report.Differences.Select(difference => $"{difference.Table} differed in {difference.Rows} rows, one of them {difference.Sample}; put right"),
        .. report.Differences.Count == 0 ? ["The rows were as the events say"] : Array.Empty<string>(),
    ]);
}
