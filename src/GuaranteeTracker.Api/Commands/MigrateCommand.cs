using System.CommandLine;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Databases;
using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Commands;

/// <summary><c>migrate</c>: makes the database what this version needs, as the role that owns the schema.</summary>
internal static class MigrateCommand
{
    public static Command Make()
    {
        var print = new Option<bool>("--print") { Description = "Print the statements for roles, grants and triggers, and change nothing. Tables and functions are not among them." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of words." };
        var command = new Command("migrate", "Make the database what this version needs: tables, triggers, roles, grants, and rows that have to be made after an upgrade; exit code 1 when something is left to an administrator.") { print, json };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(print), parsed.GetValue(json), [.. parsed.UnmatchedTokens], cancellation));
        return command;
    }

    private static async Task<int> RunAsync(bool print, bool json, string[] settings, CancellationToken cancellation)
    {
        try
        {
            CommandParts.RefuseSlips("migrate", settings);
            var (configuration, chosen) = LocalStore.Configure(settings);
            if (print)
            {
                await Console.Out.WriteLineAsync(Statements());
                return 0;
            }

            await using var database = await Database.OpenAsOwnerAsync(configuration, chosen, cancellation);
            var report = await Migration.RunAsync(database.ConnectionString, database.RunningAs, cancellation);
            await Console.Out.WriteLineAsync(json ? JsonSerializer.Serialize(report, Json.Options) : Describe(report));
            return report.Administrator.Count == 0 ? 0 : 1;
        }
        catch (Exception e) when (e is StartException or UnusableInputException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static string Statements() => string.Join('\n',
    [
        "-- once for the server, by whoever may make roles",
        .. DatabaseRoles.Statements.Select(statement => $"{statement};"),
        "-- by the owner of the schema, once its tables are there",
        .. Guards.Statements().Concat(Grants.Statements).Select(statement => $"{statement};"),
    ]);

    private static string Describe(MigrationReport report) => string.Join('\n',
    [
        .. report.Changed.Select(change => $"Done: {change}"),
        .. report.Changed.Count == 0 ? ["Nothing had to be changed"] : Array.Empty<string>(),
        .. report.Administrator.Count == 0 ? Array.Empty<string>() : ["Left to somebody who may change roles; then run migrate again:", .. report.Administrator.Select(statement => $"{statement};")],
    ]);
}
