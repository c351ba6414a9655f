using Microsoft.Playwright;

namespace GuaranteeTracker.Browser.Tests.Visiting;

/// <summary>
/// One Chromium for the whole run, started by whoever asks first: the installed one that GT_TEST_CHROMIUM names, else one on the PATH.
/// None is ever downloaded. It ends with the run, even when that is killed: Playwright's driver stops when its input ends, and stops the browser.
/// </summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Switches =
    [
        "--no-sandbox", // refuses to start for root otherwise
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    /// <summary>What to do to have browser tests run; null where they can. A Chromium that is named must be there: then nothing is skipped.</summary>
    public static string? Lack => Program is null
        ? "There is no Chromium. Install one (apt-get install chromium fonts-dejavu-core), or set GT_TEST_CHROMIUM to its path."
        : null;

    private static string? Program => Environment.GetEnvironmentVariable("GT_TEST_CHROMIUM") is { Length: > 0 } named
        ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    public static Task<IBrowser> BrowserAsync() => Started.Value;

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program ?? throw new InvalidOperationException(Lack),
            Headless = true,
            Args = Switches,
        });
    }
}
