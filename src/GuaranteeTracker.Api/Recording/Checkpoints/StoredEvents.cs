using Npgsql;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>Reads events as they are stored.</summary>
internal static class StoredEvents
{
    private const string
        Columns = "e.seq_id, e.id, e.stream_id, e.version, e.type, e.timestamp, e.headers, e.data",
        Between = $"select {Columns} from {Tables.Events} e where e.seq_id > $1 and e.seq_id <= $2 order by e.seq_id",
        InGaps =
            $"""
            select {Columns} from {Tables.Gaps} g join {Tables.Events} e on e.seq_id between g.first and g.last
            where e.type <> '{FactNames.Tombstone}' order by e.seq_id
            """;

    /// <summary>Those after the one number up to the other, inclusive, tombstones among them.</summary>
    public static Task<List<StoredEvent>> ReadBetweenAsync(NpgsqlConnection connection, long after, long upTo, CancellationToken cancellation) =>
        ReadAsync(connection, Between, [new() { Value = after }, new() { Value = upTo }], cancellation);

    /// <summary>Those that are stored where a checkpoint has passed a gap.</summary>
    public static Task<List<StoredEvent>> ReadInGapsAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        ReadAsync(connection, InGaps, [], cancellation);

    private static async Task<List<StoredEvent>> ReadAsync(NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync(cancellation))
        {
            events.Add(new(
                reader.GetInt64(0), reader.GetGuid(1), reader.GetString(2), reader.GetInt64(3), reader.GetString(4), reader.GetDateTime(5),
                await reader.IsDBNullAsync(6, cancellation) ? null : reader.GetFieldValue<byte[]>(6), reader.GetFieldValue<byte[]>(7)));
        }

        return events;
    }
}
