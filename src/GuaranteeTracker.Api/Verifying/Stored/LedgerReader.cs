using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Ledger.Trees;
using Npgsql;

namespace GuaranteeTracker.Api.Verifying.Stored;

/// <summary>Reads the ledger piece by piece: no more of it than one event is in memory.</summary>
internal sealed class LedgerReader(NpgsqlConnection connection)
{
    private const string
        PieceEnd = $"select max(index) from (select index from {Tables.Leaves} where index > $1 order by index limit 8192) piece",
        Leaves =
            $"""
            select leaf.index, leaf.sequence, leaf.hash, {StoredEvents.Columns}, e.is_archived or e.tenant_id is distinct from '*DEFAULT*'
            from {Tables.Leaves} leaf left join {Tables.Events} e on e.seq_id = leaf.sequence
            where leaf.index > $1 and leaf.index <= $2 order by leaf.index
            """,
        Checkpoints = $"select {CheckpointRow.Columns} from {Tables.Checkpoints} where size > $1 and size <= $2 order by size",
        Tiles = $"select level, index, hash from {Tables.Tiles} where level = $1 and index >= $2 and index < $3",
        Strays = $"select level, index from {Tables.Tiles} where level < 1 or level > 7 or index < 0 or index >= $1 >> (8 * level) limit 1000";

    /// <summary>Index of the last of the next leaves; null where there are none.</summary>
    public async Task<long?> PieceEndAsync(long after, CancellationToken cancellation)
    {
        await using var command = Command(PieceEnd, after);
        return await command.ExecuteScalarAsync(cancellation) as long?;
    }

    public Task<List<CheckpointRow>> CheckpointsAsync(long above, long upTo, CancellationToken cancellation) =>
        ReadAsync(Command(Checkpoints, above, upTo), CheckpointRow.Read, cancellation);

    /// <summary>The hashes that became complete between the two sizes.</summary>
    public async Task<List<TileHash>> TilesAsync(long above, long upTo, CancellationToken cancellation)
    {
        var tiles = new List<TileHash>();
        for (var level = 1; level < Tile.Levels; level++)
        {
            var (first, end) = (above >> (Tile.Height * level), upTo >> (Tile.Height * level));
            if (first < end)
            {
                tiles.AddRange(await ReadAsync(Command(Tiles, (short)level, first, end), row => new TileHash(row.GetInt16(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2)), cancellation));
            }
        }

        return tiles;
    }

    /// <summary>Hashes for tiles of levels that there are not, or beyond a tree of that size.</summary>
    public Task<List<(short Level, long Index)>> StrayTilesAsync(long size, CancellationToken cancellation) =>
        ReadAsync(Command(Strays, size), row => (row.GetInt16(0), row.GetInt64(1)), cancellation);

    /// <param name="take">Told each leaf; the event is null where there is none.</param>
    public async Task LeavesAsync(long after, long upTo, Action<long, long, byte[], NpgsqlDataReader> take, CancellationToken cancellation)
    {
        await using var command = Command(Leaves, after, upTo);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (reader.Read()) // waiting for each buffer asynchronously costs a third of the time
        {
            take(reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), reader);
        }
    }

    private static async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var disposed = command;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
