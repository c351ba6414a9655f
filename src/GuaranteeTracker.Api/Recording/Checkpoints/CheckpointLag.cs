using Npgsql;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>Tells whether somebody makes checkpoints: no event waits for one longer than a leader's change takes.</summary>
internal sealed class CheckpointLag(NpgsqlDataSource database)
{
    private const string OldestUncovered =
        $"""
        select extract(epoch from clock_timestamp() - min(timestamp))::float8 from {Tables.Events}
        where seq_id > (select coalesce(max(sequence), 0) from {Tables.Checkpoints}) and type <> 'tombstone'
        """;

    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);

    public async Task<bool> IsTooLongAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(OldestUncovered);
        return await command.ExecuteScalarAsync(cancellation) is double seconds && TimeSpan.FromSeconds(seconds) > _longest;
    }
}
