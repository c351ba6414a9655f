using System.CommandLine;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Api.Verifying.Served;
using Npgsql;

namespace GuaranteeTracker.Api.Commands;

/// <summary><c>verify</c>: checks that nothing was changed, in this installation's own store, in a service, in an export or in a proof.</summary>
internal static class VerifyCommand
{
    private const int Unsound = 1, Away = 2;

    public static Command Make()
    {
        var url = new Option<Uri?>("--url") { CustomParser = CommandParts.ParseUrl, Description = "Verify the log of the service at this address: its signature and its tiles; with --key its events too." };
        var key = new Option<string?>("--key") { Description = "A bearer key of the role reader, or @file: the service's events are hashed as well." };
        var export = new Option<string?>("--export") { Description = "Verify a file that export --with-leaves wrote." };
        var proof = new Option<string?>("--proof") { Description = "Verify a saved answer of /api/claims/{id}/proof." };
        var logKey = new Option<string?>("--key-of-log") { Description = "The log's key as /log/key gives it, or a file with it. Without it: this installation's own; with --url and --state the one remembered there." };
        var since = new Option<string[]>("--since", "--witness") { Description = "A file with an older checkpoint of the log, as a witness keeps it in last.note: it has to be in the record unchanged. May be given several times." };
        var state = new Option<string?>("--state") { Description = "With --url: a directory in which the log's key, as seen at first, and its last checkpoint are remembered." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of words." };
        var command = new Command("verify", "Check that nothing was changed: make every leaf and root anew from the events, and compare. Exit code 0: all is as it was; 1: something is not; 2: a service does not answer.")
        {
            url, key, export, proof, logKey, since, state, json,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(
            new(parsed.GetValue(url), parsed.GetValue(key), parsed.GetValue(export), parsed.GetValue(proof), parsed.GetValue(logKey), parsed.GetValue(since) ?? [], parsed.GetValue(state), parsed.GetValue(json)),
            [.. parsed.UnmatchedTokens], cancellation));
        return command;
    }

    private static async Task<int> RunAsync(VerifyOptions options, string[] settings, CancellationToken cancellation)
    {
        try
        {
            CommandParts.RefuseSlips("verify", settings);
            if (new object?[] { options.Url, options.Export, options.Proof }.Count(way => way is not null) > 1)
            {
                throw new UnusableInputException("Give one of --url, --export and --proof; without any of them this installation's own store is verified.");
            }

            var work = options switch
            {
                { Url: not null } => VerifyWays.ServedAsync(options, cancellation),
                { Export: not null } => VerifyWays.ExportedAsync(options, settings, cancellation),
                { Proof: not null } => VerifyWays.ProvenAsync(options, settings, cancellation),
                _ => VerifyWays.StoredAsync(options, settings, cancellation),
            };
            var (isSound, told) = await work;
            await Console.Out.WriteLineAsync(told);
            return isSound ? 0 : Unsound;
        }
        catch (Exception e) when (e is UnusableInputException or StartException or NpgsqlException or LogAwayException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e switch
            {
                PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn } => "The schema in the database is not the one of this version. Run `migrate`, or use a version that fits, or a database of its own.",
                NpgsqlException => $"The verification could not be made: {e.Message}",
                _ => e.Message,
            });
            return e is LogAwayException ? Away : Unsound;
        }
    }
}

/// <param name="Since">Files with older checkpoints.</param>
internal sealed record VerifyOptions(Uri? Url, string? Key, string? Export, string? Proof, string? KeyOfLog, string[] Since, string? State, bool IsJson);
