using System.Runtime.Versioning;

namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>PostgreSQL refuses to run as root; its own system user then runs it.</summary>
internal static class UnprivilegedUser
{
    private const string Name = "postgres";

    /// <returns>The user to run PostgreSQL as; null where this process may run it itself (on Windows pg_ctl sees to that).</returns>
    public static async Task<string?> WhereNeededAsync(CancellationToken ct)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var known = await ChildProcess.RunAsync("id", [Name], "/", null, ct);
        return known.Succeeded ? Name : throw new LocalPostgresException(
            $"PostgreSQL refuses to run as root and there is no user {Name} to run it as. Add one (useradd --system {Name}), run the service as an ordinary user, or set {LocalPostgresOptions.ConnectionStringSetting}.");
    }

    /// <summary>Hands over a folder, and makes sure that its new owner can reach it.</summary>
    [UnsupportedOSPlatform("windows")]
    public static async Task GiveAsync(string folder, string user, CancellationToken ct)
    {
        var changed = await ChildProcess.RunAsync("chown", ["-h", user, folder], "/", null, ct);
        if (!changed.Succeeded)
        {
            throw new LocalPostgresException($"{folder} could not be given to user {user}, who runs PostgreSQL for root: {changed.Output}. Choose a folder on a local disk with {LocalPostgresOptions.DataDirectorySetting}.");
        }

        try
        {
            await ChildProcess.RunAsync("id", [], folder, user, ct);
        }
        catch (LocalPostgresException refused)
        {
            throw new LocalPostgresException(
                $"User {user}, who runs PostgreSQL for root, cannot reach {folder}: {Barrier(folder)} lets others not pass. Allow it (chmod o+x), set {LocalPostgresOptions.DataDirectorySetting} to another folder, or run the service as an ordinary user.", refused);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static string Barrier(string folder)
    {
        var closed = folder;
        for (var parent = Path.GetDirectoryName(folder); parent is not null; parent = Path.GetDirectoryName(parent))
        {
            closed = File.GetUnixFileMode(parent).HasFlag(UnixFileMode.OtherExecute) ? closed : parent;
        }

        return closed;
    }
}
