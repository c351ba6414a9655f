using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Verifying.Stored;

/// <summary>Finds what no walk along the leaves can: leaves and checkpoints before the first, events without a leaf, streams with holes.</summary>
internal sealed class RecordQueries(NpgsqlConnection connection, Faults faults)
{
    private const string
        Streams = EventStore.Schema + ".mt_streams",
        Leafless =
            $"""
            select e.id, e.stream_id, e.version, e.seq_id from {Tables.Events} e left join {Tables.Leaves} leaf on leaf.sequence = e.seq_id
            where e.seq_id <= $1 and e.type <> '{FactNames.Tombstone}' and leaf.index is null order by e.seq_id
            """,
        Before =
            $"""
            select sequence, index, null from {Tables.Leaves} where index < 0
            union all
            select sequence, null, size from {Tables.Checkpoints} where size <= 0
            order by 2, 3
            """,
        InGaps = $"select leaf.sequence, leaf.index from {Tables.Gaps} gap join {Tables.Leaves} leaf on leaf.sequence between gap.first and gap.last order by 1",
        Broken =
            $"""
            select coalesce(stream.id, e.stream_id), stream.version, e.last, e.count, stream.is_archived
            from (select id, version, is_archived from {Streams} where id <> 'mt_tombstone') stream
            full join (
              select stream_id, max(version) as last, min(version) as first, count(*) as count from {Tables.Events} where type <> '{FactNames.Tombstone}' group by stream_id) e
            on e.stream_id = stream.id
            where stream.version is distinct from e.last or e.count is distinct from e.last or e.first is distinct from 1 or stream.is_archived is distinct from false
            order by 1
            """,
        Uncovered = $"select count(*) from {Tables.Events} where seq_id > $1 and type <> '{FactNames.Tombstone}'";

    /// <param name="covered">The last checkpoint's sequence number.</param>
    public async Task CheckAsync(long covered, CancellationToken cancellation)
    {
        await TellAsync(Leafless, [covered], row => new(
            "This event is below a checkpoint and has no leaf: it was put there afterwards, or its leaf was deleted.",
            row.GetGuid(0), Text(row, 1), Number(row, 2), row.GetInt64(3)), cancellation);
        await TellAsync(Before, [], row => new(
            row.IsDBNull(1) ? "There is no checkpoint of less than one leaf." : "There is no leaf before the first one.",
            Sequence: row.GetInt64(0), Leaf: Number(row, 1), Checkpoint: Number(row, 2)), cancellation);
        await TellAsync(InGaps, [], row => new("Its event stands where the ledger noted that there is none.", Sequence: row.GetInt64(0), Leaf: row.GetInt64(1)), cancellation);
        await TellAsync(Broken, [], row => new(
            row.IsDBNull(2) ? "This stream has no events any more."
                : row.IsDBNull(1) ? "This stream's events are there, and it is not."
                : row.GetInt64(2) != row.GetInt64(3) ? "Versions of this stream are missing."
                : row.GetBoolean(4) ? "This stream is marked so that nobody reads it, as nothing here ever is."
                : "This stream's version is not that of its last event.",
            Stream: Text(row, 0), Version: Number(row, 2)), cancellation);
    }

    public async Task<long> UncoveredAsync(long covered, CancellationToken cancellation)
    {
        await using var command = Command(Uncovered, [covered]);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static long? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private async Task TellAsync(string sql, object[] values, Func<NpgsqlDataReader, Fault> fault, CancellationToken cancellation)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            faults.Add(fault(reader));
        }
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddRange(Array.ConvertAll(values, value => new NpgsqlParameter { Value = value }));
        return command;
    }
}
