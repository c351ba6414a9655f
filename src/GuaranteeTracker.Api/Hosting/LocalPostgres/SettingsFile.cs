namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>The server's settings, written anew for each start. A file, because pg_ctl hands options to a shell and folders may have spaces.</summary>
internal static class SettingsFile
{
    private static readonly Dictionary<string, string> Own = new(StringComparer.Ordinal)
    {
        ["max_connections"] = "200",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
        ["idle_in_transaction_session_timeout"] = "10s", // a stopped client's open transaction would hold back every checkpoint
    };

    public static Task WriteAsync(ClusterFolder folder, Endpoint endpoint, IReadOnlyDictionary<string, string>? wanted, CancellationToken ct) =>
        File.WriteAllLinesAsync(folder.Settings, Own.Concat(endpoint.Settings).Concat(wanted ?? Own).Select(Line), ct); // the last line of a name counts

    private static string Line(KeyValuePair<string, string> setting) =>
        $"{setting.Key} = '{setting.Value.Replace("'", "''", StringComparison.Ordinal)}'";
}
