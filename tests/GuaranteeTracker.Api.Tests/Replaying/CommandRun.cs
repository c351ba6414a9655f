using System.Diagnostics;

namespace GuaranteeTracker.Api.Tests.Replaying;

/// <summary>The program, run as its users run it.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Errors)
{
    public static Task<CommandRun> OfAsync(params string[] arguments) => WithInputAsync(null, arguments);

    /// <param name="input">What it reads from standard input; null: the end at once.</param>
    public static async Task<CommandRun> WithInputAsync(string? input, params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await using (var stdin = process.StandardInput)
        {
            await stdin.WriteAsync(input);
        }

        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }

    public static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "GuaranteeTracker.Api.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
}
