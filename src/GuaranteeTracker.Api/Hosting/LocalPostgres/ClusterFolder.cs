namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>What lies where in a cluster's folder.</summary>
internal sealed record ClusterFolder(string Path)
{
    public string Data => In("data");
    public string Settings => In("server.conf");
    public string Log => In("server.log");
    public string StartLock => In("start.lock");
    public string UsersLock => In("users.lock");

    /// <summary>Whether the cluster is whole: it gets its name only then.</summary>
    public bool IsMade => File.Exists(System.IO.Path.Combine(Data, "PG_VERSION"));

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
