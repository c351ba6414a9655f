namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>Makes the cluster, all or nothing.</summary>
internal static class Cluster
{
    public const string Owner = "guaranteetracker";
    private const string Unfinished = "new-";

    /// <summary>Made aside and renamed when whole: an initdb that is killed leaves nothing that looks like a cluster. To be called under the start lock.</summary>
    public static async Task EnsureAsync(ClusterFolder folder, PostgresPrograms programs, CancellationToken ct)
    {
        RemoveUnfinished(folder);
        if (folder.IsMade)
        {
            return;
        }

        var aside = Path.Combine(folder.Path, Unfinished + Guid.NewGuid().ToString("N"));
        var made = await programs.RunAsync("initdb", folder.Path, ["-D", aside, "-U", Owner, "--auth=trust", "--encoding=UTF8", .. Locale], ct);
        if (!made.Succeeded)
        {
            throw new LocalPostgresException($"initdb could not make a database cluster in {folder.Path}: {made.Output}. Free space or repair the folder, or set {LocalPostgresOptions.DataDirectorySetting} to another.");
        }

        await File.AppendAllTextAsync(Path.Combine(aside, "postgresql.conf"), $"\ninclude '../{Path.GetFileName(folder.Settings)}'\n", ct);
        Directory.Move(aside, folder.Data);
    }

    // Ordinal order everywhere; letters beyond ASCII still have upper and lower case, which text search folds.
    private static string[] Locale => OperatingSystem.IsLinux() ? ["--locale=C", "--lc-ctype=C.UTF-8"] : ["--no-locale"];

    private static void RemoveUnfinished(ClusterFolder folder)
    {
        foreach (var left in Directory.GetDirectories(folder.Path, Unfinished + "*"))
        {
            try
            {
                Directory.Delete(left, recursive: true);
            }
            catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
            {
                continue; // an initdb whose starter was killed may still be writing there: the next start removes it
            }
        }
    }
}
