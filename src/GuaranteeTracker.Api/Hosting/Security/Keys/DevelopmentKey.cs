namespace GuaranteeTracker.Api.Hosting.Security.Keys;

/// <summary>An analyst key for a developer's own machine.</summary>
internal static class DevelopmentKey
{
    public const string FileName = "development.key";

    /// <summary>The key in the folder's file; made on the first call. Never printed: show <paramref name="path"/>.</summary>
    public static Task<string> EnsureAsync(string path, CancellationToken cancellation) => SecretFile.EnsureAsync(path, KeyText.Make, cancellation);
}
