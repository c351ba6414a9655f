namespace GuaranteeTracker.Api.Tests.Readme;

/// <summary>The working tree that these tests were built from.</summary>
internal static class Repository
{
    private static readonly Lazy<string> _root = new(Find);

    public static string Root => _root.Value;

    /// <param name="path">From the root.</param>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GuaranteeTracker.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository, whose pages they read.");
        }

        return folder.FullName;
    }
}
