using System.ComponentModel;
using System.Diagnostics;

namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>Runs a program to its end.</summary>
internal static class ChildProcess
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    internal sealed record Outcome(int ExitCode, string Output)
    {
        public bool Succeeded => ExitCode == 0;
    }

    /// <summary>Runs as <paramref name="user"/> (on Unix, by root only), or where it is null as this process's own.</summary>
    /// <exception cref="LocalPostgresException">The program could not be started, or <paramref name="user"/> may not enter <paramref name="workingDirectory"/>.</exception>
    /// <exception cref="OperationCanceledException">The program and its children have been killed.</exception>
    public static async Task<Outcome> RunAsync(
        string file, IEnumerable<string> arguments, string workingDirectory, string? user, CancellationToken ct)
    {
        using var process = Start(StartInfo(file, arguments, workingDirectory, user));
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

        // On Windows a server that pg_ctl started inherits these pipes: their end does not come before the server's.
        var isHeldOpen = OperatingSystem.IsWindows() && await Task.WhenAny(said, Task.Delay(LastWords, ct)) != said;
        return new Outcome(process.ExitCode, isHeldOpen ? "" : string.Concat(await said).Trim());
    }

    private static Process Start(ProcessStartInfo info)
    {
        try
        {
            return Process.Start(info)!; // null is for documents that an open program takes
        }
        catch (Win32Exception refused)
        {
            var who = info.UserName.Length > 0 ? $" (as user {info.UserName})" : "";
            throw new LocalPostgresException(
                $"{refused.Message}{who}. See that it is installed, that PATH has its folder and that this user may run it; or set {LocalPostgresOptions.ConnectionStringSetting} to a database, which takes no local PostgreSQL.", refused);
        }
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
