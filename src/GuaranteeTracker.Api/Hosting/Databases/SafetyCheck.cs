using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>Whether the database still keeps the record from being changed. What is unsafe and allowed is told as degraded. Callers that come meanwhile share one look.</summary>
internal sealed class SafetyCheck(Inspection inspection, Database database) : IHealthCheck
{
    private readonly Lock _gate = new();

    private Task<IReadOnlyList<Finding>> _look = Task.FromResult<IReadOnlyList<Finding>>([]);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Task<IReadOnlyList<Finding>> look;
        lock (_gate)
        {
            _look = look = _look.IsCompleted ? inspection.OfSafetyAsync(CancellationToken.None) : _look;
        }

        var findings = await look.WaitAsync(cancellationToken);
        return findings.Any(finding => !database.Allows(finding)) ? HealthCheckResult.Unhealthy()
            : findings.Count > 0 || database.HasSteppedDown ? HealthCheckResult.Degraded()
            : HealthCheckResult.Healthy();
    }
}
