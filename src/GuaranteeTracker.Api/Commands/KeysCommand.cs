using System.CommandLine;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Replaying;
using Npgsql;

namespace GuaranteeTracker.Api.Commands;

/// <summary><c>keys</c>: makes, lists and revokes keys, here or at a service.</summary>
internal static class KeysCommand
{
    public static Command Make() => new("keys", "Make, list and revoke the keys that callers prove with who they are.") { MakeAdd(), MakeList(), MakeRevoke() };

    private static Command MakeAdd()
    {
        var analyst = new Argument<string>("analyst") { Description = "The name of whom the key is for. Events carry a pseudonym." };
        var role = new Option<string?>("--role") { Description = "reader, analyst, editor or admin.", Required = true };
        var label = new Option<string?>("--label") { Description = "Which of their keys it is: laptop." };
        var expires = new Option<string?>("--expires") { Description = "The last day (UTC) it is in force, an instant, or a number of days from now: 2030-01-01, 90d. Without it, it does not expire." };
        var shared = new SharedOptions();
        var command = shared.AddTo(new("add", "Make a key, and print it this once: only its hash is kept.") { analyst, role, label, expires });
        command.SetAction((parsed, cancellation) => RunAsync("keys add", shared.Read(parsed), async (target, isJson) =>
        {
            var days = new LastDay(TimeProvider.System).Read(parsed.GetValue(expires));
            var made = await target.AddAsync(new() { Analyst = parsed.GetValue(analyst), Role = parsed.GetValue(role), Label = parsed.GetValue(label), Expires = days }, cancellation);
            await (isJson ? Task.CompletedTask : Console.Error.WriteLineAsync($"{KeyLine.Of(made)}\nThe key is shown this once:"));
            await Console.Out.WriteLineAsync(isJson ? JsonSerializer.Serialize(made, Json.Options) : made.Key);
        }, cancellation));
        return command;
    }

    private static Command MakeList()
    {
        var shared = new SharedOptions();
        var command = shared.AddTo(new("list", "List the keys, those in force first."));
        command.SetAction((parsed, cancellation) => RunAsync("keys list", shared.Read(parsed), async (target, isJson) =>
        {
            var keys = await target.ListAsync(cancellation);
            await Console.Out.WriteLineAsync(isJson ? JsonSerializer.Serialize(keys, Json.Options)
                : keys.Total == 0 ? "There are no keys."
                : string.Join('\n', keys.Items.Select(KeyLine.Of)) + (keys.Total > keys.Items.Count ? $"\nand {keys.Total - keys.Items.Count} more" : ""));
        }, cancellation));
        return command;
    }

    private static Command MakeRevoke()
    {
        var id = new Argument<Guid>("id") { Description = "The key's id, as list shows it." };
        var shared = new SharedOptions();
        var command = shared.AddTo(new("revoke", "Revoke a key, for good: 5 seconds later it is in force nowhere.") { id });
        command.SetAction((parsed, cancellation) => RunAsync("keys revoke", shared.Read(parsed), async (target, isJson) =>
        {
            var key = await target.RevokeAsync(parsed.GetValue(id), cancellation);
            await Console.Out.WriteLineAsync(isJson ? JsonSerializer.Serialize(key, Json.Options) : KeyLine.Of(key));
        }, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string command, SharedValues values, Func<IKeyTarget, bool, Task> run, CancellationToken cancellation)
    {
        try
        {
            CommandParts.RefuseSlips(command, values.Settings);
            await using var target = values.Url is { } url
                ? new RemoteKeys(url, await CommandParts.KeyAsync(values.Key, cancellation))
                : (IKeyTarget)new LocalKeys(await LocalStore.OpenAsync(values.Settings, cancellation));
            await run(target, values.IsJson);
            return 0;
        }
        catch (Exception e) when (e is UnusableInputException or StartException or NpgsqlException or OutcomeUnknownException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private sealed class SharedOptions
    {
        private readonly Option<Uri?> _url = CommandParts.MakeUrl("Go");

        private readonly Option<string?> _key = CommandParts.MakeKey();

        private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object instead of words." };

        public Command AddTo(Command command)
        {
            command.Add(_url);
            command.Add(_key);
            command.Add(_json);
            command.TreatUnmatchedTokensAsErrors = false;
            return command;
        }

        public SharedValues Read(ParseResult parsed) => new(parsed.GetValue(_url), parsed.GetValue(_key), parsed.GetValue(_json), [.. parsed.UnmatchedTokens]);
    }

    private sealed record SharedValues(Uri? Url, string? Key, bool IsJson, string[] Settings);
}
