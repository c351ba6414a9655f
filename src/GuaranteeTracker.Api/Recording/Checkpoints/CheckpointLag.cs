using Npgsql;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>Tells whether somebody makes checkpoints, and none of them passed an event that came after all.</summary>
internal sealed class CheckpointLag(NpgsqlDataSource database)
{
    private const string OldestUncovered =
        $"""
        select extract(epoch from clock_timestamp() - oldest.timestamp)::float8 from (
          select timestamp from {Tables.Events}
          where seq_id > (select coalesce(max(sequence), 0) from {Tables.Checkpoints}) and type <> '{FactNames.Tombstone}' order by seq_id limit 1) oldest
        """;

    private const string AnyStraggler = $"select exists (select from {Tables.Stragglers})";

    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);

    /// <summary>Whether an event was found below a checkpoint, and nobody has looked into it yet.</summary>
    public async Task<bool> HasStragglersAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(AnyStraggler);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>Whether an event waits for a checkpoint longer than a leader's change takes.</summary>
    public async Task<bool> IsTooLongAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(OldestUncovered);
        return await command.ExecuteScalarAsync(cancellation) is double seconds && TimeSpan.FromSeconds(seconds) > _longest;
    }
}
