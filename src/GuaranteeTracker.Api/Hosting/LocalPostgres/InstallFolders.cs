using System.Globalization;
using System.Text.RegularExpressions;

namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>Folders that installers of PostgreSQL use without adding them to PATH.</summary>
internal static partial class InstallFolders
{
    private static readonly (string Parent, string Pattern)[] Usual =
    [
        ("/usr/lib/postgresql", "*"), // Debian, Ubuntu
        ("/usr", "pgsql-*"), // the PostgreSQL project's RPMs
        ("/usr/libexec", "postgresql*"), // Alpine, without a bin folder
        ("/opt/homebrew/opt", "postgresql@*"),
        ("/usr/local/opt", "postgresql@*"),
        ("/Library/PostgreSQL", "*"),
        ("/Applications/Postgres.app/Contents/Versions", "*"),
        (Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*"),
    ];

    /// <summary>Candidates on this machine, the newest major version first.</summary>
    public static IEnumerable<string> NewestFirst() => Usual
        .Where(place => Path.IsPathRooted(place.Parent) && Directory.Exists(place.Parent))
        .SelectMany(place => Directory.GetDirectories(place.Parent, place.Pattern))
        .OrderByDescending(Major)
        .SelectMany(folder => new[] { Path.Combine(folder, "bin"), folder });

    private static int Major(string folder) =>
        int.TryParse(FirstNumber().Match(Path.GetFileName(folder)).Value, CultureInfo.InvariantCulture, out var major) ? major : 0;

    [GeneratedRegex("[0-9]+")]
    private static partial Regex FirstNumber();
}
