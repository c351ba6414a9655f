using System.CommandLine;

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

            if (DataDirectory is not null)
            {
                yield return $"--GuaranteeTracker:DataDirectory={DataDirectory}";
            }
        }
    }

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
