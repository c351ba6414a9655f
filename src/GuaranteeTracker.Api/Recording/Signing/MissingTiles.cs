using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Api.Recording.Rows;
using GuaranteeTracker.Ledger;
using GuaranteeTracker.Ledger.Trees;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Signing;

/// <summary>Makes the tiles of a ledger that an earlier version began: once, out of its leaves.</summary>
internal static class MissingTiles
{
    private const int AtOnce = 65_536;

    private const string
        AreMissing =
            $"""
            select coalesce((select size / 256 from {Tables.Checkpoints} order by size desc limit 1), 0) > (select count(*) from {Tables.Tiles} where level = 1)
            """,
        Leaves = $"select hash from {Tables.Leaves} where index >= $1 and index < $2 order by index",
        Known = $"select level, index from {Tables.Tiles}";

    /// <summary>While it works no checkpoint is made.</summary>
    public static async Task CompleteAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (!await connection.QueryAsync<bool>(AreMissing, cancellation))
        {
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync($"select {RowStatements.OneAtATime}", cancellation);
        var known = await KnownAsync(connection, cancellation);
        var frontier = Frontier.Empty();
        for (var first = 0L; first == frontier.Size; first += AtOnce)
        {
            var tiles = new List<TileHash>();
            await AppendAsync(connection, frontier, first, tiles, cancellation);
            tiles.RemoveAll(tile => known.Contains((tile.Level, tile.Index)));
            await using var add = new NpgsqlBatch(connection) { BatchCommands = { LedgerStatements.Tiles(tiles) } };
            await add.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static async Task<HashSet<(int Level, long Index)>> KnownAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Known, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var known = new HashSet<(int, long)>();
        while (await reader.ReadAsync(cancellation))
        {
            known.Add((reader.GetInt16(0), reader.GetInt64(1)));
        }

        return known;
    }

    private static async Task AppendAsync(NpgsqlConnection connection, Frontier frontier, long first, List<TileHash> tiles, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Leaves, connection) { CommandTimeout = 0, Parameters = { new() { Value = first }, new() { Value = first + AtOnce } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            frontier.Append(reader.GetFieldValue<byte[]>(0), tiles);
        }
    }
}
