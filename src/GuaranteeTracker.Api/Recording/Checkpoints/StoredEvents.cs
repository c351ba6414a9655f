using Npgsql;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>Reads events as they are stored.</summary>
internal static class StoredEvents
{
    /// <summary>So many make a checkpoint, if there are so many: few enough for one every second or more.</summary>
    private const int Most = 4_000;

    private const long MostBytes = 16 * 1024 * 1024;

    /// <summary>Of the table e: what <see cref="Read"/> reads, in this order.</summary>
    public const string Columns = "e.seq_id, e.id, e.stream_id, e.version, e.type, e.timestamp, e.headers, e.data";

    private const string
        Between =
            $"""
            select {Columns} from {Tables.Events} e
            where e.seq_id > $1 and e.seq_id <= coalesce(
              (select seq_id from {Tables.Events} where seq_id > $1 and seq_id <= $2 and type <> '{FactNames.Tombstone}' order by seq_id offset $3 limit 1) - 1, $2)
            order by e.seq_id
            """,
        InGaps = // gap by gap: few gaps are never analysed, and the planner would rather read the whole record
            $"""
            select {Columns} from {Tables.Gaps} g cross join lateral (
              select * from {Tables.Events} where seq_id between g.first and g.last and type <> '{FactNames.Tombstone}' offset 0) e
            order by e.seq_id
            """;

    /// <summary>The first of those after the one number up to the other, inclusive, tombstones among them.</summary>
    /// <returns>And the number that they reach up to, inclusive.</returns>
    public static async Task<(List<StoredEvent> Events, long UpTo)> ReadBetweenAsync(NpgsqlConnection connection, long after, long upTo, CancellationToken cancellation)
    {
        var (events, isCut) = await ReadAsync(connection, Between, [new() { Value = after }, new() { Value = upTo }, new() { Value = Most }], cancellation);
        return (events, isCut || events.Count(e => !e.IsTombstone) == Most ? events[^1].Sequence : upTo);
    }

    /// <summary>Those that are stored where a checkpoint has passed a gap.</summary>
    public static async Task<List<StoredEvent>> ReadInGapsAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        (await ReadAsync(connection, InGaps, [], cancellation)).Events;

    /// <param name="row">A row that has <see cref="Columns"/>.</param>
    /// <param name="at">Where they begin.</param>
    public static StoredEvent Read(NpgsqlDataReader row, int at = 0) => new(
        row.GetInt64(at), row.GetGuid(at + 1), row.GetString(at + 2), row.GetInt64(at + 3), row.GetString(at + 4), row.GetDateTime(at + 5),
        row.IsDBNull(at + 6) ? null : row.GetFieldValue<byte[]>(at + 6), row.GetFieldValue<byte[]>(at + 7));

    /// <returns>And whether more would have been too much at once.</returns>
    private static async Task<(List<StoredEvent> Events, bool IsCut)> ReadAsync(NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var events = new List<StoredEvent>();
        var bytes = 0L;
        while (reader.Read()) // waiting for each buffer asynchronously costs a third of the leader's time
        {
            if (bytes > MostBytes)
            {
                return (events, true);
            }

            events.Add(Read(reader));
            bytes += events[^1].Data.Length;
        }

        return (events, false);
    }
}
