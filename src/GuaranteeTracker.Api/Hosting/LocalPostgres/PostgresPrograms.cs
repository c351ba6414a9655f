using System.Globalization;
using System.Text.RegularExpressions;

namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>initdb, pg_ctl and postgres of one version, and the user they run as (null: this process's own).</summary>
internal sealed partial record PostgresPrograms(string Folder, int Major, string? RunAs)
{
    private static readonly string[] Names = ["initdb", "pg_ctl", "postgres"];

    public static async Task<PostgresPrograms> FindAsync(string? setting, string? runAs, CancellationToken ct)
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        var folder = Locate(setting, path.Split(Path.PathSeparator).Where(Path.IsPathRooted).Concat(InstallFolders.NewestFirst()));
        var unknown = new PostgresPrograms(folder, 0, runAs);
        var version = await unknown.RunAsync("postgres", Path.GetPathRoot(folder)!, ["--version"], ct);
        var major = LeadingVersion().Match(version.Output).Groups["major"];
        return major.Success
            ? unknown with { Major = int.Parse(major.ValueSpan, CultureInfo.InvariantCulture) }
            : throw new LocalPostgresException($"{unknown.FileOf("postgres")} did not tell its version but: {version.Output}. Repair that installation, or {SetOneOf}.");
    }

    /// <summary>The first folder that holds all three; <paramref name="setting"/>, where it is given, is the only one looked at.</summary>
    /// <exception cref="LocalPostgresException">No folder holds all three programs; the message says what to install or set.</exception>
    public static string Locate(string? setting, IEnumerable<string> candidates)
    {
        if (!string.IsNullOrWhiteSpace(setting))
        {
            return HoldsAll(setting) ? Path.GetFullPath(setting) : throw new LocalPostgresException(
                $"{LocalPostgresOptions.ProgramsDirectorySetting} is {setting}, but initdb, pg_ctl and postgres are not all there. Set it to the bin folder of a PostgreSQL installation.");
        }

        return candidates.FirstOrDefault(HoldsAll) ?? throw new LocalPostgresException(
            $"No database is configured and no PostgreSQL was found on this machine. Install one (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql@17), or {SetOneOf}.");
    }

    public Task<ChildProcess.Outcome> RunAsync(string program, string workingDirectory, IEnumerable<string> arguments, CancellationToken ct) =>
        ChildProcess.RunAsync(FileOf(program), arguments, workingDirectory, RunAs, ct);

    private static string SetOneOf =>
        $"set {LocalPostgresOptions.ProgramsDirectorySetting} to the folder of initdb, pg_ctl and postgres, or {LocalPostgresOptions.ConnectionStringSetting} to a database";

    private static bool HoldsAll(string folder) => Names.All(name => File.Exists(FileIn(folder, name)));

    private static string FileIn(string folder, string program) => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program);

    private string FileOf(string program) => FileIn(Folder, program);

    [GeneratedRegex(@"^postgres \(PostgreSQL\) (?<major>[0-9]+)")]
    private static partial Regex LeadingVersion();
}
