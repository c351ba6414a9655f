using System.ComponentModel;
using System.Diagnostics;

namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>Runs a program to its end.</summary>
internal static class ChildProcess
{
    internal sealed record Outcome(int ExitCode, string Output)
    {
        public bool Succeeded => ExitCode == 0;
    }

    /// <summary>Runs as <paramref name="user"/> (on Unix, by root only), or where it is null as this process's own.</summary>
    /// <exception cref="Win32Exception">The program could not be started, or <paramref name="user"/> may not enter <paramref name="workingDirectory"/>.</exception>
    /// <exception cref="OperationCanceledException">The program and its children have been killed.</exception>
    public static async Task<Outcome> RunAsync(
        string file, IEnumerable<string> arguments, string workingDirectory, string? user, CancellationToken ct)
    {
        using var process = Process.Start(StartInfo(file, arguments, workingDirectory, user))
            ?? throw new LocalPostgresException($"{file} did not start: run it by hand to see why.");
        process.StandardInput.Close();
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await said;
            throw;
        }

        // On Windows a server that pg_ctl started inherits these pipes: their end would not come before the server's.
        await Task.WhenAny(said, Task.Delay(OperatingSystem.IsWindows() ? TimeSpan.FromSeconds(1) : Timeout.InfiniteTimeSpan, ct));
        return new Outcome(process.ExitCode, said.IsCompleted ? string.Concat(await said).Trim() : "");
    }

    private static ProcessStartInfo StartInfo(string file, IEnumerable<string> arguments, string workingDirectory, string? user)
    {
        var info = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = workingDirectory,
            UserName = user ?? "",
            RedirectStandardInput = true, // or .NET would set up the terminal for it
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        info.Environment["LC_ALL"] = "C"; // messages are read below, so they must not be translated
        return info;
    }
}
