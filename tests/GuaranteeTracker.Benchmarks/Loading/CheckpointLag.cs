using GuaranteeTracker.Api;
using Npgsql;

namespace GuaranteeTracker.Benchmarks.Loading;

/// <summary>From an event's transaction to the checkpoint that covers it, as the database has both.</summary>
internal sealed class CheckpointLag(string connectionString)
{
    private const string
        Last = $"select coalesce(max(seq_id), 0) from {EventStore.Schema}.mt_events",
        LagsFrom =
            $"""
            select count(*), percentile_cont(0.5) within group (order by lag), percentile_cont(0.99) within group (order by lag), max(lag)
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

    public async Task PrintAsync(TextWriter output, CancellationToken cancellation) => await output.WriteLineAsync(await ReadAsync(cancellation) is { } lags
        ? $"from transaction to checkpoint, {lags.Events} events: median {lags.P50:0} ms, p99 {lags.P99:0} ms, longest {lags.Longest:0} ms"
        : "from transaction to checkpoint: no events");

    /// <returns>Null where nothing was recorded.</returns>
    public async Task<Lags?> ReadAsync(CancellationToken cancellation)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand(LagsFrom);
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = _from });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return reader.GetInt64(0) == 0 ? null : new(reader.GetInt64(0), reader.GetDouble(1), reader.GetDouble(2), reader.GetDouble(3));
    }
}

/// <summary>How long checkpoints let events wait, in milliseconds.</summary>
internal sealed record Lags(long Events, double P50, double P99, double Longest);
