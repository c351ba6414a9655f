using Npgsql;

namespace GuaranteeTracker.Api.Recording.Signing;

/// <summary>Looks when a node starts whether it may sign on top of what is in the database, before there is anything to sign: a restored backup shows at once. Looks again until it may.</summary>
internal sealed class SigningWatch(NpgsqlDataSource database, CheckpointSigner signer) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested && !await MayGoOnAsync(stoppingToken))
        {
            await Task.Delay(LedgerAlarmException.Pause, stoppingToken);
        }
    }

    private async Task<bool> MayGoOnAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
            await signer.CheckAsync(connection, cancellation);
            return true;
        }
        catch (LedgerAlarmException)
        {
            return false;
        }
        catch (Exception e) when (Conflicts.IsConnectionLost(e))
        {
            return false; // no telling
        }
    }
}
