using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Ledger;

/// <summary>Reads the event log in sequence order. Tombstones, which mark failed appends, are no events.</summary>
internal sealed class EventLog(NpgsqlDataSource database)
{
    /// <summary>Bytes after which a batch ends, however few events it has: what many readers hold at once has to fit into memory.</summary>
    public const int LargestBatch = 1024 * 1024;

    private const string
        Columns = $"seq_id, id, stream_id, version, type, timestamp, headers ->> '{Recorder.RecordedBy}', correlation_id, causation_id, data::text",
        Between = $"seq_id > $1 and seq_id <= $2 and type <> '{FactNames.Tombstone}' order by seq_id limit $3",
        Read = $"select {Columns} from {Tables.Events} where {Between}",
        ReadWithLeaves = $"select {Columns}, leaf.index, coalesce(headers, 'null')::text from {Tables.Events} left join {Tables.Leaves} leaf on leaf.sequence = seq_id where {Between}";

    /// <summary>Holds no connection any more when it returns, so that whoever writes to a slow reader keeps nobody waiting.</summary>
    /// <param name="after">Only events with a greater sequence number.</param>
    /// <param name="upTo">Only events up to this one, inclusive: a checkpoint's, so that nothing can come in between later.</param>
    /// <param name="limit">The most events, at least 1.</param>
    /// <param name="withLeaves">Each event tells what its leaf needs.</param>
    public async Task<EventBatch> ReadAsync(long after, long upTo, int limit, bool withLeaves, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(withLeaves ? ReadWithLeaves : Read);
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = upTo });
        command.Parameters.Add(new() { Value = limit + 1 }); // one more tells whether there is more
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (lines, size) = (new List<EventLine>(), 0);
        while (await reader.ReadAsync(cancellation))
        {
            if (lines.Count == limit || size >= LargestBatch)
            {
                return new(lines, IsLast: false);
            }

            var logged = Logged(reader) with { Leaf = withLeaves ? Leaf(reader) : null };
            var line = new EventLine(logged.Sequence, logged.Type, [.. JsonSerializer.SerializeToUtf8Bytes(logged, Json.Options), (byte)'\n']);
            lines.Add(line);
            size += line.Json.Length;
        }

        return new(lines, IsLast: true);
    }

    private static LoggedEvent Logged(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetGuid(1), reader.GetString(2), reader.GetInt64(3), reader.GetString(4), reader.GetDateTime(5),
        Text(reader, 6) is { } analyst ? Guid.Parse(analyst) : null, Text(reader, 7), Text(reader, 8),
        JsonElement.Parse(reader.GetString(9)), null); // keeps every number as it is written

    /// <summary>Null for an event that was put below a checkpoint and has no leaf yet.</summary>
    private static LoggedLeaf? Leaf(NpgsqlDataReader reader) => reader.IsDBNull(10) ? null : new(reader.GetInt64(10), JsonElement.Parse(reader.GetString(11)));

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
