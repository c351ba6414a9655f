using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>Whether the database still keeps the record from being changed. What is unsafe and allowed is told as degraded. Callers that come meanwhile share one look.</summary>
internal sealed class SafetyCheck(Inspection inspection, Database database, TimeProvider clock) : IHealthCheck
{
    /// <summary>So long a look may take: a connection that is half open says nothing for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();

    private Task<IReadOnlyList<Finding>> _look = Task.FromResult<IReadOnlyList<Finding>>([]);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Task<IReadOnlyList<Finding>> look;
        lock (_gate)
        {
            _look = look = _look.IsCompleted ? LookAsync() : _look;
        }

        var findings = await look.WaitAsync(cancellationToken);
        return findings.Any(finding => !database.Allows(finding)) ? HealthCheckResult.Unhealthy()
            : findings.Count > 0 || database.HasSteppedDown ? HealthCheckResult.Degraded()
            : HealthCheckResult.Healthy();
    }

    /// <summary>Nobody who asks can end it for the others.</summary>
    private async Task<IReadOnlyList<Finding>> LookAsync()
    {
        using var end = new CancellationTokenSource(Patience, clock);
        return await inspection.OfSafetyAsync(end.Token).WaitAsync(end.Token); // also where it does not even heed the token
    }
}
