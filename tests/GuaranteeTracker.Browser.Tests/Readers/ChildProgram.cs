using System.ComponentModel;
using System.Diagnostics;

namespace GuaranteeTracker.Browser.Tests.Readers;

/// <summary>Runs another program, of Node.js or Python, to its end.</summary>
internal static class ChildProgram
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    /// <returns>What it wrote on standard output.</returns>
    /// <exception cref="InvalidOperationException">It is not installed, took too long or did not succeed; the message says what it said.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string folder, ReadOnlyMemory<byte> input)
    {
        using var process = Start(program, arguments, folder);
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.StandardInput.BaseStream.WriteAsync(input, patience.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} failed:\n{await errors}{await output}");
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} did not end within {_patience.TotalMinutes} minutes.", e);
        }
    }

    private static Process Start(string program, IEnumerable<string> arguments, string folder)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{program} cannot be started. Install Node.js with npm (apt-get install nodejs npm) and Python with networkx (apt-get install python3-networkx): independent readers need them.", e);
        }
    }
}
