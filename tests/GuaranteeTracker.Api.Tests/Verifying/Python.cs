using System.Diagnostics;
using GuaranteeTracker.Api.Tests.Replaying;

namespace GuaranteeTracker.Api.Tests.Verifying;

/// <summary>The independent verifier, run by the Python that GT_TEST_PYTHON names, else the system's.</summary>
internal static class Python
{
    private const string Usual = "/usr/bin/python3";

    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "verify");

    public static Task<CommandRun> VerifyAsync(params string[] arguments) => RunAsync([Path.Combine(_folder, "verify.py"), .. arguments]);

    /// <summary>Runs the program that the page about verifying shows.</summary>
    public static async Task<CommandRun> AsShownAsync(params string[] arguments)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(_folder, "README.md"));
        return await RunAsync(["-c", page.Split("```python\n")[1].Split("```")[0], .. arguments]);
    }

    private static async Task<CommandRun> RunAsync(string[] arguments)
    {
        var program = Environment.GetEnvironmentVariable("GT_TEST_PYTHON") is { Length: > 0 } named ? named : Usual;
        using var process = Process.Start(new ProcessStartInfo(program, ["-I", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }
}
