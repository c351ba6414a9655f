using GuaranteeTracker.Api.Reading.Records;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>What is ready, kept for a second: anybody may ask, without limit, and it costs the database some work.</summary>
internal sealed class ReadinessReport(HealthCheckService checks, TimeProvider clock)
{
    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(1);

    private readonly SharedRead<HealthReport> _looks = new(() => checks.CheckHealthAsync(CancellationToken.None));
    private volatile Kept? _kept;

    /// <summary>Who comes while it is made shares the next with all others who do.</summary>
    public async Task<HealthReport> AskAsync(CancellationToken cancellation)
    {
        if (_kept is { } kept && clock.GetElapsedTime(kept.At) < _fresh)
        {
            return kept.Report;
        }

        var report = await _looks.AskAsync(cancellation);
        _kept = new(report, clock.GetTimestamp());
        return report;
    }

    private sealed record Kept(HealthReport Report, long At);
}
