using GuaranteeTracker.Benchmarks.Loading;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>A way to put things into the database.</summary>
/// <param name="ClaimsEach">Claims, or rows, a request.</param>
/// <param name="RunAsync">Does it for so long.</param>
internal sealed record Way(string Name, int ClaimsEach, Func<TimeSpan, CancellationToken, Task<Burst>> RunAsync);
