using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Api.Verifying;
using GuaranteeTracker.Api.Verifying.Served;
using GuaranteeTracker.Api.Witnessing;

namespace GuaranteeTracker.Api.Commands;

/// <summary><c>witness</c>: a process of its own that remembers what the log said, and refuses what contradicts it.</summary>
internal static class WitnessCommand
{
    private const int Cosigned = 0, Refused = 1, Away = 2;

    public static Command Make()
    {
        var url = new Option<Uri>("--url") { Required = true, CustomParser = CommandParts.ParseUrl, Description = "The service whose log to watch, by its PublicUrl." };
        var directory = new Option<string>("--directory") { Required = true, Description = "Where the witness keeps its key and what it saw; made where it is not there. Nobody who runs the service should reach it." };
        var key = new Option<string?>("--key-of-log") { Description = "The log's key as /log/key gives it, or a file with it. Without it the key that the log shows at first is remembered." };
        var bearer = CommandParts.MakeKey();
        var every = new Option<TimeSpan>("--every") { CustomParser = ParseSpan, DefaultValueFactory = _ => TimeSpan.FromMinutes(1), Description = "How long from look to look: 30s, 5m, 1h. Default: 60s." };
        var once = new Option<bool>("--once") { Description = "Look once. Exit code 0: cosigned; 1: refused; 2: the log does not answer." };
        var name = new Option<string?>("--name") { Description = "Name of the witness's key: what it was called at first, which the directory keeps; at first this machine's name and /witness." };
        var listen = new Option<Uri?>("--listen") { CustomParser = CommandParts.ParseUrl, Description = "Serve the last cosigned note at /checkpoint, and the witness's key at /key, under this address: http://127.0.0.1:5081" };
        var command = new Command("witness", "Watch a log from outside: remember its last checkpoint, cosign the next one only where the log proves that it goes on from there.") { url, directory, key, bearer, every, once, name, listen };
        command.SetAction((parsed, cancellation) => RunAsync(
            new(parsed.GetValue(url)!, parsed.GetValue(directory)!, parsed.GetValue(key), parsed.GetValue(bearer), parsed.GetValue(every), parsed.GetValue(once), parsed.GetValue(name), parsed.GetValue(listen)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(WitnessOptions options, CancellationToken cancellation)
    {
        using var logs = LoggerFactory.Create(logging => logging.AddSimpleConsole(console => (console.SingleLine, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "yyyy-MM-dd'T'HH:mm:ss'Z' ")));
        var log = logs.CreateLogger("Witness");
        try
        {
            var pinned = options.Key is null ? null : await KeysGiven.ReadAsync(options.Key, cancellation);
            var folder = new WitnessFolder(options.Directory);
            using var signer = await folder.SignerAsync(options.Name, $"{Environment.MachineName.ToLowerInvariant()}/witness", cancellation);
            using var client = new LogClient(options.Url, await CommandParts.KeyAsync(options.Bearer, cancellation));
            var loop = new WitnessLoop(new Witness(client, folder, signer, pinned), log);
            if (options.Once)
            {
                return await loop.OnceAsync(cancellation) switch { LookResult.Cosigned => Cosigned, LookResult.Refused => Refused, _ => Away };
            }

            await using var answers = options.Listen is { } listen ? WitnessAnswers.Build(listen, folder, signer.Key) : null;
            await (answers?.StartAsync(cancellation) ?? Task.CompletedTask);
            await loop.RunAsync(options.Every, cancellation);
            return 0;
        }
        catch (Exception e) when (e is WitnessException or FormatException or UnusableInputException or IOException or UnauthorizedAccessException)
        {
            log.LogError("{What}", e.Message);
            return 1;
        }
    }

    private static TimeSpan ParseSpan(ArgumentResult result)
    {
        if (result.Tokens is [{ Value: [.. var number, var unit and ('s' or 'm' or 'h')] }] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
        {
            return unit switch { 's' => TimeSpan.FromSeconds(count), 'm' => TimeSpan.FromMinutes(count), _ => TimeSpan.FromHours(count) };
        }

        result.AddError("--every takes a number of seconds, minutes or hours: 30s, 5m, 1h");
        return default;
    }

    private sealed record WitnessOptions(Uri Url, string Directory, string? Key, string? Bearer, TimeSpan Every, bool Once, string? Name, Uri? Listen);
}
