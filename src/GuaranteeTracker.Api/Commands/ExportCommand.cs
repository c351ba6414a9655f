using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Api.Replaying;
using Npgsql;

namespace GuaranteeTracker.Api.Commands;

/// <summary><c>export</c>: writes the whole record as NDJSON, which <c>import</c> takes back.</summary>
internal static class ExportCommand
{
    public static Command Make()
    {
        var file = new Argument<string?>("file") { Arity = ArgumentArity.ZeroOrOne, Description = "The file to write, which is there once it is whole; without it, or as -, standard output." };
        var knownAt = new Option<string?>("--known-at") { Description = "The record as it was known then: a date, an instant or seq:N. Without it, at the last checkpoint." };
        var leaves = new Option<bool>("--with-leaves") { Description = "Each line carries its event's leaf too, so that verify --export can prove the file against the signed checkpoint in its head. About twice the size." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of words." };
        var command = new Command("export", "Write the whole record as NDJSON; exit code 1 when anything is missing in it.") { file, knownAt, leaves, json };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) =>
        {
            // A setting that comes first is taken for the file.
            var (path, settings) = parsed.GetValue(file) is ['-', '-', ..] setting ? (null, [setting, .. parsed.UnmatchedTokens]) : (parsed.GetValue(file), parsed.UnmatchedTokens.ToArray());
            return RunAsync(path is "-" ? null : path, parsed.GetValue(knownAt), parsed.GetValue(leaves), parsed.GetValue(json), settings, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(string? file, string? knownAt, bool leaves, bool json, string[] settings, CancellationToken cancellation)
    {
        try
        {
            CommandParts.RefuseSlips("export", settings);
            await using var store = await LocalStore.OpenAsync(settings, cancellation);
            var known = await KnownAsync(store, knownAt, cancellation);
            var uncovered = knownAt is null ? await new LedgerEvents(store.Source).UncoveredAsync(cancellation) : 0;
            var export = new Export(store.Source, new PublicAddress(store.Settings), leaves);
            var report = file is null ? await ToOutputAsync(export, known, json, cancellation) : await ToFileAsync(export, file, known, json, cancellation);
            await (file is null ? Console.Error : Console.Out).WriteLineAsync(json
                ? JsonSerializer.Serialize(new { report.Lines, report.Known, Uncovered = uncovered, report.Lost }, Json.Options)
                : Describe(report, uncovered));
            return report.Lost.Count == 0 ? 0 : 1;
        }
        catch (Exception e) when (e is ExportException or UnusableInputException or StartException or NpgsqlException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e is ExportException or UnusableInputException or StartException ? e.Message : $"The export failed: {e.Message}");
            return 1;
        }
    }

    private static async Task<Known> KnownAsync(LocalStore store, string? knownAt, CancellationToken cancellation)
    {
        if (knownAt is null)
        {
            return (await store.Reader.ReadSettledAsync(cancellation)).Known;
        }

        var at = KnownAt.Parse(knownAt, out var because) ?? throw new UnusableInputException($"--known-at: {because}");
        return (await store.Reader.ReadAsync(at, cancellation))?.Known
            ?? throw new UnusableInputException("--known-at: the record is not settled up to that moment yet, so what is known then could still change. Give an earlier moment, or leave it out.");
    }

    private static async Task<ExportReport> ToFileAsync(Export export, string file, Known known, bool json, CancellationToken cancellation)
    {
        await using var whole = new WholeFile(file);
        var report = await WithBarAsync(export, whole.Content, known, json, cancellation);
        await whole.KeepAsync(cancellation);
        return report;
    }

    private static async Task<ExportReport> ToOutputAsync(Export export, Known known, bool json, CancellationToken cancellation)
    {
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 256 * 1024);
        return await WithBarAsync(export, output, known, json || !Console.IsOutputRedirected, cancellation);
    }

    private static Task<ExportReport> WithBarAsync(Export export, Stream output, Known known, bool quietly, CancellationToken cancellation) => quietly
        ? export.RunAsync(output, known, _ => { }, cancellation)
        : CommandParts.WithBarAsync("Exporting", progress => export.RunAsync(output, known, progress, cancellation));

    private static string Describe(ExportReport report, long uncovered) => string.Join('\n',
    [
        .. report.Lost.Select(source => $"Source {source} is left out: its text was taken down. Whatever refers to it cannot be imported where it is not on record."),
        string.Create(CultureInfo.InvariantCulture, $"{report.Lines} lines, known up to event {report.Known.Sequence}"),
        .. uncovered == 0 ? [] : new[] { string.Create(CultureInfo.InvariantCulture, $"{uncovered} events are left out, since no checkpoint covers them yet: the service makes checkpoints while it runs") },
    ]);
}
