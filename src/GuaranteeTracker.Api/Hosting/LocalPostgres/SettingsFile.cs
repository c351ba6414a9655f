namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>The server's settings, written anew for each start. A file, because pg_ctl hands options to a shell and folders may have spaces.</summary>
internal static class SettingsFile
{
    private const UnixFileMode AllRead = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private static readonly Dictionary<string, string> Own = new(StringComparer.Ordinal)
    {
        ["max_connections"] = "200",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
        ["random_page_cost"] = "1.1", // disks do not turn any more: what is rare is collected by its index
        ["jit"] = "off", // compiling takes longer than any statement here would gain
        ["shared_buffers"] = "512MB", // indexes of ids at random: what does not fit is read and written again for each
        ["max_wal_size"] = "4GB", // after each of PostgreSQL's checkpoints every page that is touched is logged whole
        ["idle_in_transaction_session_timeout"] = "10s", // a stopped client's open transaction would hold back every checkpoint
    };

    public static async Task WriteAsync(ClusterFolder folder, Endpoint endpoint, IReadOnlyDictionary<string, string>? wanted, CancellationToken ct)
    {
        await File.WriteAllLinesAsync(folder.Settings, Own.Concat(endpoint.Settings).Concat(wanted?.AsEnumerable() ?? []).Select(Line), ct); // the last line of a name counts
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.Settings, AllRead); // root may write what another user runs; the folder is closed to everybody else
        }
    }

    private static string Line(KeyValuePair<string, string> setting) =>
        $"{setting.Key} = '{setting.Value.Replace("'", "''", StringComparison.Ordinal)}'";
}
