using System.CommandLine;
using System.CommandLine.Parsing;

namespace GuaranteeTracker.Benchmarks.Loading;

/// <summary><c>load</c>: drives a running service over HTTP.</summary>
internal static class LoadCommand
{
    public static Command Make()
    {
        var url = new Option<Uri>("--url") { Description = "Address of a service over a generated record.", Required = true, CustomParser = ParseUrl };
        var seconds = new Option<double>("--seconds") { Description = "How long each burst takes.", DefaultValueFactory = _ => 5 };
        var connections = new Option<int>("--connections") { Description = "Connections at once.", DefaultValueFactory = _ => 16 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of all bursts, after one to warm up.", DefaultValueFactory = _ => 5 };
        var key = new Option<string?>("--key") { Description = "An analyst's key: claims are recorded, too." };
        var perSecond = new Option<int>("--per-second") { Description = "Claims recorded a second, while they are.", DefaultValueFactory = _ => 200 };
        var connection = new Option<string?>("--connection") { Description = "Connection string of the service's database: the lag of checkpoints is told, too." };
        var command = new Command("load", "Measure a running service beside its own hello.") { url, seconds, connections, rounds, key, perSecond, connection };
        command.SetAction(async (parsed, cancellation) =>
        {
            await new Load(new(
                parsed.GetValue(url)!, TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(connections), parsed.GetValue(rounds),
                parsed.GetValue(key), parsed.GetValue(perSecond), parsed.GetValue(connection))).RunAsync(Console.Out, cancellation);
            return 0;
        });
        return command;
    }

    private static Uri? ParseUrl(ArgumentResult result)
    {
        if (result.Tokens is [{ Value: var text }] && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http")
        {
            return url;
        }

        result.AddError("--url takes an http address: --url http://localhost:5080");
        return null;
    }
}
