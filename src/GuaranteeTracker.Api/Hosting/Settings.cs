using JasperFx.Events.Daemon;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>The settings under <c>GuaranteeTracker</c>: docs/operations.md describes them.</summary>
internal sealed record Settings
{
    private const string Section = "GuaranteeTracker";

    /// <summary>Where the local PostgreSQL, the development key and the ledger's key live; null: the usual place for this user.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>The folder with PostgreSQL's programs; null: looked for.</summary>
    public string? PostgresPrograms { get; init; }

    /// <summary>An admin key.</summary>
    public string? BootstrapKey { get; init; }

    /// <summary>Replay the seeds into an empty store; null: in Development on loopback.</summary>
    public bool? SeedOnStart { get; init; }

    /// <summary>The folder to replay; null: the one that comes with the program.</summary>
    public string? SeedsFolder { get; init; }

    public bool PublicReading { get; init; } = true;

    /// <summary>Whole source texts need no key; null: in Development, where reading is public.</summary>
    public bool? PublicSourceText { get; init; }

    /// <summary>How much memory timelines may take, in MiB; those not asked for longest make room.</summary>
    public long TimelineMemory { get; init; } = 1_024;

    /// <summary>How much memory the bytes of snapshots may take, in MiB.</summary>
    public long SnapshotMemory { get; init; } = 256;

    /// <summary>So many requests to record wait at most; more are told to come back.</summary>
    public int RecordingQueue { get; init; } = 1_024;

    /// <summary>No request to record waits longer, in seconds.</summary>
    public int RecordingDeadline { get; init; } = 30;

    /// <summary>Base of the addresses in answers; null in Development: the address served on.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>PEM file of the key that signs checkpoints, which several nodes share; null: the one in the data directory, made at first.</summary>
    public string? LedgerKey { get; init; }

    /// <summary>Name of the log and of its key; null: from <see cref="PublicUrl"/>.</summary>
    public string? LedgerName { get; init; }

    /// <summary>Keys that signed earlier checkpoints, each as /log/key gives it.</summary>
    public string[] FormerLedgerKeys { get; init; } = [];

    /// <summary>Who makes checkpoints: one node among several (HotCold), this one (Solo) or none (Disabled).</summary>
    public DaemonMode Daemon { get; init; } = DaemonMode.HotCold;

    /// <exception cref="StartException">A value is not what its setting takes; the message names the setting.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        try
        {
            var settings = configuration.GetSection(Section).Get<Settings>() ?? new Settings();
            RefuseBelow(settings.RecordingQueue, 16, nameof(RecordingQueue));
            RefuseBelow(settings.RecordingDeadline, 1, nameof(RecordingDeadline));
            return string.IsNullOrWhiteSpace(settings.PublicUrl) ? settings with { PublicUrl = null }
                : Uri.TryCreate(settings.PublicUrl, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" } ? settings
                : throw new StartException("GuaranteeTracker:PublicUrl is not an address that answers can begin with; set an absolute one, such as https://tracker.example.org.");
        }
        catch (InvalidOperationException e)
        {
            throw new StartException($"A setting cannot be used. {e.Message}", e);
        }
    }

    private static void RefuseBelow(int value, int least, string setting)
    {
        if (value < least)
        {
            throw new StartException($"{Section}:{setting} is {value}; set at least {least}.");
        }
    }
}
