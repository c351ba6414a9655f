namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>Where a local PostgreSQL keeps its data and finds its programs.</summary>
/// <param name="DataDirectory">The service's data folder; null: <see cref="DataFolder.Locate"/> chooses. The cluster takes the sub-folder <c>pg&lt;major&gt;</c>.</param>
/// <param name="ProgramsDirectory">The folder that holds initdb, pg_ctl and postgres; null: they are looked for.</param>
/// <param name="ServerSettings">Settings as in postgresql.conf, above the service's own. They reach a server that is started, not one that runs already.</param>
internal sealed record LocalPostgresOptions(
    string? DataDirectory,
    string? ProgramsDirectory,
    IReadOnlyDictionary<string, string>? ServerSettings = null)
{
    public const string ConnectionStringSetting = "ConnectionStrings:GuaranteeTracker";
    public const string DataDirectorySetting = "GuaranteeTracker:DataDirectory";
    public const string ProgramsDirectorySetting = "GuaranteeTracker:PostgresPrograms";
}
