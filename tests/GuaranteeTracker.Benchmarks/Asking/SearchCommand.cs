using System.CommandLine;

namespace GuaranteeTracker.Benchmarks.Asking;

/// <summary><c>search</c>: how long lists of claims take, by filter, word and depth; and how quickly all leave.</summary>
internal static class SearchCommand
{
    public static Command Make()
    {
        var url = new Option<Uri>("--url") { Description = "Address of a running service over a generated record.", Required = true, CustomParser = argument => new(argument.Tokens[0].Value) };
        var times = new Option<int>("--times") { Description = "How often each kind of question is asked, each time another of its kind.", DefaultValueFactory = _ => 100 };
        var depth = new Option<int>("--depth") { Description = "How many pages deep to walk.", DefaultValueFactory = _ => 1_000 };
        var process = new Option<int?>("--process") { Description = "The service's process id, to tell its memory while all claims leave." };
        var command = new Command("search", "Ask a running service for claims.") { url, times, depth, process };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var http = new HttpClient { BaseAddress = parsed.GetValue(url), Timeout = TimeSpan.FromMinutes(10) };
            await new Filters(http, parsed.GetValue(times)).RunAsync(Console.Out, cancellation);
            await new DeepWalk(http, parsed.GetValue(depth)).RunAsync(Console.Out, cancellation);
            await new Leaving(http, parsed.GetValue(process)).RunAsync(Console.Out, cancellation);
            return 0;
        });
        return command;
    }
}
