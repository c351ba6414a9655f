using System.CommandLine;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Moving.Dna;
using GuaranteeTracker.Api.Replaying;
using Npgsql;

namespace GuaranteeTracker.Api.Commands;

/// <summary><c>import</c>: sends what a file holds to the record.</summary>
internal static class ImportCommand
{
    private const string NdJson = "ndjson", Dna = "dna";

    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "The file to read; - reads NDJSON from standard input." };
        var format = new Option<string>("--format") { Description = $"{NdJson}: lines as export writes them. {Dna}: a database or event list of Discourse Network Analyzer.", DefaultValueFactory = _ => NdJson };
        format.AcceptOnlyFromAmong(NdJson, Dna);
        var language = new Option<string>("--language") { Description = "The language of DNA's documents, which its files do not tell.", DefaultValueFactory = _ => DnaReader.DefaultLanguage };
        var strict = new Option<bool>("--strict") { Description = "Stop at the first that is refused or lost; what came before it stays." };
        var (url, key) = (CommandParts.MakeUrl("Import"), CommandParts.MakeKey());
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of words." };
        var command = new Command("import", "Send what a file holds to the record; exit code 1 when anything was refused or lost. A second import of an export records nothing.") { file, format, language, strict, url, key, json };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(
            new(
                parsed.GetValue(file)!, parsed.GetValue(format)!, parsed.GetValue(language)!, parsed.GetValue(strict), parsed.GetValue(url), parsed.GetValue(key), parsed.GetValue(json)),
            [.. parsed.UnmatchedTokens], cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ImportOptions options, string[] settings, CancellationToken cancellation)
    {
        try
        {
            CommandParts.RefuseSlips("import", options.File is "-" ? settings : [options.File, .. settings]);
            await using var input = options.Format == Dna ? Stream.Null : Open(options.File);
            var reader = ReaderOf(options, input);
            if (options.Url is not null)
            {
                using var remote = new RemoteImporter(options.Url, await CommandParts.KeyAsync(options.Key, cancellation), options.IsStrict);
                return await RunAsync(
                    options, reader,
                    tell => options.Format == NdJson ? remote.RunAsync(input, tell, cancellation) : remote.RunAsync(reader.ReadAsync(cancellation), tell, cancellation));
            }

            await using var local = await LocalStore.OpenAsync(settings, cancellation);
            return await RunAsync(options, reader, tell => local.ImporterFor(ImportErrand.ByCommand(options.IsStrict)).RunAsync(reader.ReadAsync(cancellation), tell, cancellation));
        }
        catch (Exception e) when (e is UnusableInputException or StartException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static async Task<int> RunAsync(ImportOptions options, IImportReader reader, Func<Action<ImportResult>, Task<ImportReport>> run)
    {
        var told = new ImportTold(options.IsJson);
        try
        {
            var report = options.IsJson || reader.Progress is null
                ? await run(told.Tell)
                : await CommandParts.WithBarAsync("Importing", () => (reader.Progress ?? 0, told.Count), () => run(told.Tell));
            await Console.Out.WriteLineAsync(options.IsJson
                ? JsonSerializer.Serialize(new { report.Recorded, report.Repeated, report.Refused, report.Lost, told.Faults }, Json.Options)
                : $"{report}");
            return report.IsWhole ? 0 : 1;
        }
        catch (Exception e) when (e is UnusableInputException or IOException or NpgsqlException or OperationCanceledException)
        {
            throw new UnusableInputException(told.Count == 0 ? e.Message : $"{e.Message}\nThe import stopped there; what was recorded before stays. Send the same file again to go on.", e);
        }
    }

    private static IImportReader ReaderOf(ImportOptions options, Stream input) => options.Format switch
    {
        NdJson => new NdjsonReader(input),
        Dna when options.File is "-" => throw new UnusableInputException("A file of Discourse Network Analyzer is not read from standard input: name it."),
        Dna => new DnaReader(options.File, options.Language),
        _ => throw new NotSupportedException($"{options.Format} has no reader."),
    };

    private static Stream Open(string file) => file is "-"
        ? Console.OpenStandardInput()
        : File.Exists(file)
            ? new FileStream(file, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite, Options = FileOptions.Asynchronous | FileOptions.SequentialScan })
            : throw new UnusableInputException($"There is no file {file}.");

    private sealed record ImportOptions(string File, string Format, string Language, bool IsStrict, Uri? Url, string? Key, bool IsJson);
}
