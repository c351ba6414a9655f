using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>
/// Replays the seeds before the service listens, where nobody but the seeds has recorded anything yet: into an empty store,
/// or one whose seeding was cut short. A replay that is complete records nothing.
/// </summary>
internal sealed class SeedingOnStart(
    Settings settings, SeedingWanted wanted, LocalRecord record, AnalystDirectory analysts, NpgsqlDataSource database, ILogger<SeedingOnStart> log) : IHostedService
{
    private const string
        OthersRecorded = $"select exists(select from {Tables.Events} where type <> 'tombstone' and headers ->> '{Recorder.RecordedBy}' is distinct from $1)",
        LastEvent = $"select coalesce(max(seq_id), 0) from {Tables.Events} where type <> 'tombstone'";

    /// <summary>Whether there is nothing left to seed.</summary>
    public bool Ended { get; private set; }

    /// <summary>The sequence number up to which the seeds reach; 0 when there was nothing to do.</summary>
    public long LastSequence { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (wanted.OnStart && !await HaveOthersRecordedAsync(cancellationToken))
        {
            await SeedAsync(cancellationToken);
        }

        Ended = true;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SeedAsync(CancellationToken cancellation)
    {
        var folder = settings.SeedsFolder ?? Path.Combine(AppContext.BaseDirectory, "seeds");
        try
        {
            var report = await Replay.RunAsync(await new SeedFolder(folder).StepsAsync(cancellation), record, _ => { }, cancellation);
            foreach (var refusal in report.Refused)
            {
                log.LogWarning("A seed was refused: {Refusal}", refusal);
            }

            log.LogInformation("Seeds: {Recorded} recorded, {Repeated} on record already", report.Recorded, report.Repeated);
        }
        catch (UnusableInputException e)
        {
            throw new StartException($"The seeds cannot be replayed. {e.Message} Set GuaranteeTracker:SeedsFolder, or GuaranteeTracker:SeedOnStart to false.", e);
        }

        await using var last = database.CreateCommand(LastEvent);
        LastSequence = (long)(await last.ExecuteScalarAsync(cancellation))!;
    }

    private async Task<bool> HaveOthersRecordedAsync(CancellationToken cancellation)
    {
        await using var others = database.CreateCommand(OthersRecorded);
        others.Parameters.Add(new() { Value = (await analysts.IdOfAsync(Errand.Replay.Analyst, cancellation)).ToString() });
        return (bool)(await others.ExecuteScalarAsync(cancellation))!;
    }
}

/// <summary>Whether an empty store is to be seeded.</summary>
internal sealed record SeedingWanted(bool OnStart);

internal static class Seeding
{
    public static void AddSeedingOnStart(this IServiceCollection services, bool onStart)
    {
        services.AddSingleton(new SeedingWanted(onStart));
        services.AddSingleton<SeedingOnStart>();
        services.AddHostedService(provider => provider.GetRequiredService<SeedingOnStart>());
    }
}
