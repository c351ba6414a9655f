using Npgsql;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>The moment at or before which no later checkpoint's time can fall. It moves while every committed event is covered: until then the leader still owes a checkpoint.</summary>
internal sealed class Horizon(NpgsqlDataSource database)
{
    private const string
        DatabaseNow = "select clock_timestamp()",
        HorizonNow = $"select at from {Tables.Horizon} where id = 1",
        Raise =
            $"""
            update {Tables.Horizon} set at = greatest(at, clock_timestamp())
            where id = 1
              and coalesce((select seq_id from {Tables.Events} where type <> '{FactNames.Tombstone}' order by seq_id desc limit 1), 0)
                <= coalesce((select max(sequence) from {Tables.Checkpoints}), 0)
            """;

    /// <summary>The database's clock.</summary>
    public Task<DateTime> NowAsync(CancellationToken cancellation) => ReadAsync(DatabaseNow, cancellation);

    /// <summary>True once no later checkpoint can have a time at or before <paramref name="instant"/> (UTC).</summary>
    public async Task<bool> IsPastAsync(DateTime instant, CancellationToken cancellation)
    {
        if (await ReadAsync(HorizonNow, cancellation) >= instant)
        {
            return true;
        }

        await using var raise = database.CreateCommand(Raise);
        await raise.ExecuteNonQueryAsync(cancellation);
        return await ReadAsync(HorizonNow, cancellation) >= instant;
    }

    private async Task<DateTime> ReadAsync(string sql, CancellationToken cancellation)
    {
        await using var read = database.CreateCommand(sql);
        return (DateTime)(await read.ExecuteScalarAsync(cancellation))!;
    }
}
