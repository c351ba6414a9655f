using Npgsql;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>A moment of the record.</summary>
/// <param name="Sequence">It holds every event up to this one, inclusive.</param>
internal sealed record Checkpoint(long Sequence, DateTime At);

/// <summary>Reads the last checkpoint from the database.</summary>
internal sealed class CheckpointReader(NpgsqlDataSource database)
{
    private const string LastCheckpoint = $"select sequence, at from {Tables.Checkpoints} order by sequence desc limit 1";

    public async Task<Checkpoint?> LastAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(LastCheckpoint);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new Checkpoint(reader.GetInt64(0), reader.GetDateTime(1)) : null;
    }
}
