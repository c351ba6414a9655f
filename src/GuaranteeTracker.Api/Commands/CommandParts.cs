using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using GuaranteeTracker.Api.Replaying;
using Spectre.Console;

namespace GuaranteeTracker.Api.Commands;

/// <summary>What several commands share: options, slips on the command line, a bar.</summary>
internal static class CommandParts
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(250);

    /// <param name="doing">Replay, Import.</param>
    public static Option<Uri?> MakeUrl(string doing) => new("--url")
    {
        CustomParser = ParseUrl,
        Description = $"{doing} to the service at this address; without it, into this installation's own database.",
    };

    public static Option<string?> MakeKey() => new("--key") { Description = "The bearer key to send, or @file to read it from a file." };

    /// <summary>What is no option has to be a setting; a mistyped option must not pass for one.</summary>
    public static void RefuseSlips(string command, IEnumerable<string> settings)
    {
        if (settings.FirstOrDefault(token => token.StartsWith('-') && !token.Contains(':', StringComparison.Ordinal)) is { } slip)
        {
            throw new UnusableInputException($"There is no option {slip}. See {command} --help; settings are written like --GuaranteeTracker:DataDirectory=/data.");
        }
    }

    /// <exception cref="UnusableInputException">The file with the key is not there.</exception>
    public static async Task<string?> KeyAsync(string? key, CancellationToken cancellation)
    {
        if (key is not ['@', .. var file])
        {
            return key;
        }

        return File.Exists(file) ? (await File.ReadAllTextAsync(file, cancellation)).Trim() : throw new UnusableInputException($"There is no key file {file}.");
    }

    /// <summary>A bar on standard error while something is done.</summary>
    /// <param name="run">Told where to say how far it is, from 0 to 1.</param>
    public static Task<T> WithBarAsync<T>(string doing, Func<Action<double>, Task<T>> run) =>
        AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) }).Progress().StartAsync(async bars =>
        {
            var bar = bars.AddTask(doing, maxValue: 1);
            return await run(done => bar.Value = done);
        });

    /// <summary>A bar on standard error that looks for itself how far something is, with what it does in a second and how long it will take.</summary>
    /// <param name="look">How far, from 0 to 1, and how many are done.</param>
    public static Task<T> WithBarAsync<T>(string doing, Func<(double Done, long Count)> look, Func<Task<T>> run) =>
        AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) }).Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async bars =>
            {
                var (bar, started) = (bars.AddTask(doing, maxValue: 1), Stopwatch.GetTimestamp());
                var running = run();
                while (await Task.WhenAny(running, Task.Delay(_look)) != running)
                {
                    var (done, count) = look();
                    bar.Value = done;
                    bar.Description = string.Create(CultureInfo.InvariantCulture, $"{doing}: {count:N0}, {count / Stopwatch.GetElapsedTime(started).TotalSeconds:N0}/s");
                }

                bar.Value = 1;
                return await running;
            });

    public static Uri? ParseUrl(ArgumentResult result)
    {
        if (result.Tokens is [{ Value: var text }] && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        result.AddError($"{(result.Parent as OptionResult)?.IdentifierToken?.Value ?? "--url"} takes the absolute http or https address of a service: http://localhost:5080");
        return null;
    }
}
