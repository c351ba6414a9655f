namespace GuaranteeTracker.Api.Hosting.Rates;

/// <summary>The settings under <c>GuaranteeTracker:Rates</c>: requests a minute; 0 is no limit.</summary>
internal sealed record RateSettings
{
    private const string Section = "GuaranteeTracker:Rates";

    /// <summary>What one address, or one caller with a key or token, may read.</summary>
    public int Reading { get; init; } = 3_000;

    /// <summary>The same for what is sent.</summary>
    public int Recording { get; init; } = 3_000;

    /// <summary>Keys and tokens that are not in force, from one address.</summary>
    public int Failures { get; init; } = 30;

    /// <summary>How many nodes callers are spread over: each takes its share.</summary>
    public int Nodes { get; init; } = 1;

    /// <summary>Whether this machine itself is limited.</summary>
    public bool LimitLoopback { get; init; }

    /// <exception cref="StartException">They cannot be used; the message names the setting.</exception>
    public void Check()
    {
        foreach (var (value, least, setting) in new[] { (Reading, 0, nameof(Reading)), (Recording, 0, nameof(Recording)), (Failures, 0, nameof(Failures)), (Nodes, 1, nameof(Nodes)) })
        {
            if (value < least || value > 10_000_000)
            {
                throw new StartException($"{Section}:{setting} is {value}; set at least {least}, and at most 10000000.");
            }
        }
    }

    /// <summary>This node's part of a limit.</summary>
    public int ShareOf(int limit) => limit == 0 ? 0 : Math.Max(1, limit / Nodes);
}
