namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>The service's data folder, and the cluster's place in it.</summary>
internal static class DataFolder
{
    private const string Name = "guaranteetracker";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <returns>The setting, else a folder by who runs the service. Absolute; it need not exist yet.</returns>
    public static string Locate(string? setting)
    {
        if (!string.IsNullOrWhiteSpace(setting))
        {
            return Path.GetFullPath(setting);
        }

        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            return Path.Combine("/var/lib", Name); // root's home is closed to the user who runs PostgreSQL
        }

        var own = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return own.Length > 0 ? Path.Combine(own, Name) : throw new LocalPostgresException(
            $"There is no folder for this user's application data (is HOME set?). Set {LocalPostgresOptions.DataDirectorySetting}.");
    }

    /// <summary>Makes the cluster's folder, which nobody but the user who runs PostgreSQL (and root) can enter.</summary>
    /// <exception cref="LocalPostgresException">The folder cannot be made or reached, or holds data of another major version.</exception>
    public static async Task<ClusterFolder> PrepareAsync(string? setting, PostgresPrograms programs, CancellationToken ct)
    {
        var root = Locate(setting);
        var folder = new ClusterFolder(Path.Combine(root, $"pg{programs.Major}"));
        try
        {
            Make(root, folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new LocalPostgresException($"{folder.Path} cannot be used for PostgreSQL's data: {refused.Message} Set {LocalPostgresOptions.DataDirectorySetting} to a folder that this user may write to.", refused);
        }

        if (programs.RunAs is { } user && !OperatingSystem.IsWindows())
        {
            await UnprivilegedUser.GiveAsync(folder.Path, user, ct);
        }

        return folder;
    }

    private static void Make(string root, ClusterFolder folder)
    {
        var isNew = !Directory.Exists(root);
        Directory.CreateDirectory(root);
        RefuseOtherVersion(root, folder);
        Directory.CreateDirectory(folder.Path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.Path, OwnerOnly);
            if (isNew && Environment.IsPrivilegedProcess)
            {
                File.SetUnixFileMode(root, OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute); // passable whatever the umask
            }
        }
    }

    // An upgrade of PostgreSQL must not look like an empty store.
    private static void RefuseOtherVersion(string root, ClusterFolder folder)
    {
        var other = folder.IsMade ? null : Directory.GetDirectories(root, "pg*").Select(path => new ClusterFolder(path)).FirstOrDefault(each => each.IsMade);
        if (other is not null)
        {
            throw new LocalPostgresException(
                $"The data are in {other.Path}, made by another major version of PostgreSQL than the one found here, which would begin an empty {folder.Path}. Set {LocalPostgresOptions.ProgramsDirectorySetting} to the older programs, or move {other.Path} away to begin anew.");
        }
    }
}
