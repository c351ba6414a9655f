using GuaranteeTracker.Api;
using Npgsql;

namespace GuaranteeTracker.Benchmarks.Loading;

/// <summary>From an event's transaction to the checkpoint that covers it, as the database has both.</summary>
internal sealed class CheckpointLag(string connectionString)
{
    private const string
        Last = $"select coalesce(max(seq_id), 0) from {EventStore.Schema}.mt_events",
        Lags =
            $"""
            select count(*), percentile_cont(0.5) within group (order by lag), percentile_cont(0.99) within group (order by lag)
            from (
              select extract(epoch from checkpoint.at - e.timestamp)::float8 * 1000 as lag
              from {EventStore.Schema}.mt_events e
              cross join lateral (select at from {EventStore.Schema}.checkpoints c where c.sequence >= e.seq_id order by c.sequence limit 1) checkpoint
              where e.seq_id > $1 and e.type <> 'tombstone') lags
            """;

    private long _from;

    /// <summary>Events from now on are looked at.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand(Last);
        _from = (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public async Task PrintAsync(TextWriter output, CancellationToken cancellation)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand(Lags);
        command.Parameters.Add(new() { Value = _from });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        await output.WriteLineAsync(reader.GetInt64(0) == 0
            ? "from transaction to checkpoint: no events"
            : $"from transaction to checkpoint, {reader.GetInt64(0)} events: median {reader.GetDouble(1):0} ms, p99 {reader.GetDouble(2):0} ms");
    }
}
