namespace GuaranteeTracker.Browser.Tests.Visiting;

/// <summary>Where screenshots are kept for people to look at: in the folder that GT_TEST_SCREENSHOTS names, else beside the tests' program.</summary>
internal static class Screenshots
{
    private static readonly string _folder = Environment.GetEnvironmentVariable("GT_TEST_SCREENSHOTS") is { Length: > 0 } named
        ? named
        : Path.Combine(AppContext.BaseDirectory, "TestResults", "screenshots");

    public static string PathOf(string name) => Path.Combine(_folder, name + ".png");
}
