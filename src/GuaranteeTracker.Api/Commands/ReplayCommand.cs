using System.CommandLine;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Commands;

/// <summary><c>replay</c>: sends a folder of seeds to the record, and compares the pictures that come of it.</summary>
internal static class ReplayCommand
{
    public static Command Make()
    {
        var folder = new Argument<string>("folder") { Description = "The folder of seeds." };
        var (url, key) = (CommandParts.MakeUrl("Replay"), CommandParts.MakeKey());
        var check = new Option<bool>("--check") { Description = "Compare the pictures with the expected ones; exit code 1 when they differ." };
        var update = new Option<bool>("--update") { Description = "Write the expected pictures anew." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of words." };
        var command = new Command("replay", "Send a folder of seeds to the record. A second replay records nothing.") { folder, url, key, check, update, json };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(
            new(parsed.GetValue(folder)!, parsed.GetValue(url), parsed.GetValue(key), parsed.GetValue(check), parsed.GetValue(update), parsed.GetValue(json)),
            [.. parsed.UnmatchedTokens],
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ReplayOptions options, string[] settings, CancellationToken cancellation)
    {
        try
        {
            CommandParts.RefuseSlips("replay", settings);
            if (options.Url is not null)
            {
                using var remote = new RemoteRecord(options.Url, await CommandParts.KeyAsync(options.Key, cancellation));
                return await RunAsync(options, remote, cancellation);
            }

            await using var local = await LocalStore.OpenAsync(settings, cancellation);
            return await RunAsync(options, local.Record, cancellation);
        }
        catch (Exception e) when (e is UnusableInputException or StartException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static async Task<int> RunAsync(ReplayOptions options, IRecordTarget target, CancellationToken cancellation)
    {
        var seeds = new SeedFolder(options.Folder);
        var steps = await seeds.StepsAsync(cancellation);
        var report = options.Json
            ? await Replay.RunAsync(steps, target, _ => { }, cancellation)
            : await CommandParts.WithBarAsync("Replaying", progress => Replay.RunAsync(steps, target, done => progress((double)done / steps.Count), cancellation));
        var updated = options.Update ? await ExpectedPictures.UpdateAsync(seeds, target, cancellation) : 0;
        var differences = options.Check ? await ExpectedPictures.CheckAsync(seeds, target, cancellation) : [];

        await Console.Out.WriteLineAsync(options.Json
            ? JsonSerializer.Serialize(new { report.Recorded, report.Repeated, report.Refused, Updated = updated, Checked = options.Check, Differences = differences }, Json.Options)
            : Describe(report, options, updated, differences));
        return report.Refused.Count == 0 && differences.Count == 0 ? 0 : 1;
    }

    private static string Describe(ReplayReport report, ReplayOptions options, int updated, IReadOnlyList<string> differences) => string.Join('\n',
    [
        .. report.Refused.Select(refusal => $"Refused: {refusal}"),
        $"{report.Recorded} recorded, {report.Repeated} on record already, {report.Refused.Count} refused",
        .. options.Update ? [$"{updated} expected pictures written"] : Array.Empty<string>(),
        .. differences.Select(difference => $"Differs: {difference}"),
        .. options.Check ? [differences.Count == 0 ? "All pictures are as expected" : $"{differences.Count} differences from the expected pictures"] : Array.Empty<string>(),
    ]);

    private sealed record ReplayOptions(string Folder, Uri? Url, string? Key, bool Check, bool Update, bool Json);
}
