using System.Diagnostics;
using GuaranteeTracker.Api.Tests.Replaying;

namespace GuaranteeTracker.Api.Tests.Verifying;

/// <summary>The independent verifier, run by the Python that GT_TEST_PYTHON names, else the system's.</summary>
internal static class Python
{
    private const string Usual = "/usr/bin/python3";

    public static async Task<CommandRun> VerifyAsync(params string[] arguments)
    {
        var program = Environment.GetEnvironmentVariable("GT_TEST_PYTHON") is { Length: > 0 } named ? named : Usual;
        using var process = Process.Start(new ProcessStartInfo(program, ["-I", Path.Combine(AppContext.BaseDirectory, "verify", "verify.py"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }
}
