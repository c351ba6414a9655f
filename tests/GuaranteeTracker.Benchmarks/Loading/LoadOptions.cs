namespace GuaranteeTracker.Benchmarks.Loading;

/// <param name="Time">Of each burst.</param>
/// <param name="Key">An analyst's; null: nothing is recorded.</param>
/// <param name="PerSecond">Claims recorded, while they are.</param>
/// <param name="Connection">Of the service's database, for the lag of checkpoints; null: it is not looked at.</param>
internal sealed record LoadOptions(Uri Url, TimeSpan Time, int Connections, int Rounds, string? Key, int PerSecond, string? Connection);
