using System.CommandLine;
using System.Security.Cryptography;
using System.Text;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>Where a store is: the service's own settings say it.</summary>
internal sealed record Place(string? Connection, string? DataDirectory)
{
    private static readonly Option<string?>
        _connection = new("--connection") { Description = "Connection string of the PostgreSQL to use." },
        _dataDirectory = new("--data-directory") { Description = "Folder of the local PostgreSQL to use, which is started where it does not run." };

    public IEnumerable<string> Settings
    {
        get
        {
            if (Connection is not null)
            {
                yield return $"--ConnectionStrings:GuaranteeTracker={Connection}";
            }

            yield return $"--GuaranteeTracker:DataDirectory={DataDirectory ?? OfConnection()}";
        }
    }

    /// <summary>Of its own for each database: the key that signed its checkpoints has to be found again.</summary>
    private string OfConnection() => Path.Combine(Path.GetTempPath(), $"gt-bench-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Connection!)))[..12]}");

    public static void AddTo(Command command)
    {
        command.Options.Add(_connection);
        command.Options.Add(_dataDirectory);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_connection) is null == result.GetValue(_dataDirectory) is null)
            {
                result.AddError("Say which store: --connection, or --data-directory.");
            }
        });
    }

    public static Place Of(ParseResult parsed) => new(parsed.GetValue(_connection), parsed.GetValue(_dataDirectory));
}
