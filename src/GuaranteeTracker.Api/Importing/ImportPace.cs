using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Importing;

/// <summary>Keeps an import from running away from the checkpoints: what is recorded is to be readable soon, for everybody. Where nobody makes checkpoints it goes on without.</summary>
internal sealed class ImportPace(NpgsqlDataSource database)
{
    /// <summary>So many events may be without a checkpoint.</summary>
    private const long MostBehind = 8_000;

    private const string Look = $"select n.last_value, coalesce((select max(sequence) from {Tables.Checkpoints}), 0) from {Tables.EventNumbers} n";

    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(20), _patience = TimeSpan.FromSeconds(5);

    private long? _stoodAt;

    public async Task KeepAsync(CancellationToken cancellation)
    {
        try
        {
            await WaitAsync(cancellation);
        }
        catch (NpgsqlException e) when (Conflicts.IsConnectionLost(e))
        {
            return; // whoever saves next hears of it; all that was saved is
        }
    }

    private async Task WaitAsync(CancellationToken cancellation)
    {
        var (last, checkpoint) = await LookAsync(cancellation);
        for (var waited = TimeSpan.Zero; last - checkpoint > MostBehind && checkpoint != _stoodAt; waited += _step)
        {
            if (waited > _patience)
            {
                _stoodAt = checkpoint;
                return;
            }

            await Task.Delay(_step, cancellation);
            var (_, next) = await LookAsync(cancellation);
            (waited, checkpoint) = (next > checkpoint ? TimeSpan.Zero : waited, next);
        }
    }

    private async Task<(long Last, long Checkpoint)> LookAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Look);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
