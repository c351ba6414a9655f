using GuaranteeTracker.Api.Hosting.Databases;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Api.Recording.Signing;
using GuaranteeTracker.Api.Replaying;
using JasperFx.Events.Daemon;
using Marten;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using IProjectionCoordinator = Marten.Events.Daemon.Coordination.IProjectionCoordinator;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>/health/live: the process answers. /health/ready: it can do its work.</summary>
internal static class Readiness
{
    public static void AddReadiness(this IServiceCollection services) => services.AddSingleton<ReadinessReport>().AddSingleton<SchemaCheck>().AddSingleton<SafetyCheck>().AddHealthChecks()
        .AddCheck<DatabaseCheck>("database")
        .AddCheck<SchemaCheck>("schema")
        .AddCheck<SafetyCheck>("safety")
        .AddCheck<CheckpointsCheck>("checkpoints")
        .AddCheck<SeedingCheck>("seeding");

    public static void MapReadiness(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.Map("/health/ready", AnswerAsync).WithDisplayName("Health checks").AllowAnonymous();
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        var report = await http.RequestServices.GetRequiredService<ReadinessReport>().AskAsync(http.RequestAborted);
        http.Response.StatusCode = report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        http.Response.Headers.CacheControl = "no-store, no-cache";
        await WriteAsync(http, report);
    }

    /// <summary>Names the checks, and no more of what is wrong than a stranger may know.</summary>
    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(
        new { Status = report.Status.ToString(), Checks = report.Entries.ToDictionary(check => check.Key, check => check.Value.Status.ToString()) },
        Json.Options, http.RequestAborted);

    private sealed class DatabaseCheck(NpgsqlDataSource database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }

    /// <summary>Compares the whole schema, which costs the database some work: callers that come meanwhile share one comparison.</summary>
    private sealed class SchemaCheck(IDocumentStore store) : IHealthCheck
    {
        private readonly Lock _gate = new();

        private Task _comparison = Task.CompletedTask;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            Task comparison;
            lock (_gate)
            {
                _comparison = comparison = _comparison.IsCompleted ? store.Storage.Database.AssertDatabaseMatchesConfigurationAsync(CancellationToken.None) : _comparison;
            }

            await comparison.WaitAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }

    /// <summary>Where this node is to make checkpoints alone, it does; where one of several is, one of them has. And nothing appeared below one, and nothing keeps this node from signing.</summary>
    private sealed class CheckpointsCheck(Settings settings, IServiceProvider services, CheckpointLag lag, CheckpointSigner signer) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            !signer.HasAlarm && await AreMadeAsync(cancellationToken) && !await lag.HasStragglersAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();

        private async Task<bool> AreMadeAsync(CancellationToken cancellation) => settings.Daemon switch
        {
            DaemonMode.Disabled => true,
            DaemonMode.Solo when !IsRunning(services.GetRequiredService<IProjectionCoordinator>()) => false,
            _ => !await lag.IsTooLongAsync(cancellation),
        };

        private static bool IsRunning(IProjectionCoordinator coordinator) =>
            coordinator.DaemonForMainDatabase() is { IsRunning: true } daemon && !daemon.HasAnyPaused();
    }

    private sealed class SeedingCheck(SeedingOnStart seeding, CheckpointReader checkpoints) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            seeding.Ended && (await checkpoints.LastAsync(cancellationToken))?.Sequence >= seeding.LastSequence || seeding is { Ended: true, LastSequence: 0 }
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy();
    }
}
