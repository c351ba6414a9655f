using System.CommandLine;

namespace GuaranteeTracker.Benchmarks.Opening;

/// <summary><c>pages</c>: how long pages take and what they weigh.</summary>
internal static class PagesCommand
{
    public static Command Make()
    {
        var url = new Option<Uri>("--url") { Description = "Address of a running service, over any record.", Required = true, CustomParser = argument => new(argument.Tokens[0].Value) };
        var times = new Option<int>("--times") { Description = "How often each kind of page is opened, each time another of its kind.", DefaultValueFactory = _ => 40 };
        var command = new Command("pages", "Open a running service's pages, one after another.") { url, times };
        command.SetAction(async (parsed, cancellation) =>
        {
            await new PageOpener(parsed.GetValue(url)!, parsed.GetValue(times)).RunAsync(Console.Out, cancellation);
            return 0;
        });
        return command;
    }
}
