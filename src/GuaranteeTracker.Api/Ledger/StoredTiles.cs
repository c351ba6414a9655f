using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Ledger.Trees;
using Npgsql;

namespace GuaranteeTracker.Api.Ledger;

/// <summary>Reads tiles from the database: those of level 0 are its leaves.</summary>
internal sealed class StoredTiles(NpgsqlDataSource database) : ITiles
{
    private const string
        OfLeaves = $"select hash from {Tables.Leaves} where index >= $1 and index < $2 order by index",
        AboveLeaves = $"select hash from {Tables.Tiles} where index >= $1 and index < $2 and level = $3 order by index";

    public async Task<IReadOnlyList<byte[]>> ReadAsync(IReadOnlyList<Tile> tiles, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var tile in tiles)
        {
            var (first, end) = (tile.First, tile.First + tile.Width);
            batch.BatchCommands.Add(tile.Level == 0 ? Sql.Of(OfLeaves, first, end) : Sql.Of(AboveLeaves, first, end, (short)tile.Level));
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var read = new List<byte[]>();
        foreach (var tile in tiles)
        {
            read.Add(await ReadAsync(tile, reader, cancellation));
            await reader.NextResultAsync(cancellation);
        }

        return read;
    }

    private static async Task<byte[]> ReadAsync(Tile tile, NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var hashes = new MemoryStream(tile.Width * TreeHash.Length);
        while (await reader.ReadAsync(cancellation))
        {
            hashes.Write(reader.GetFieldValue<byte[]>(0));
        }

        return hashes.Length == tile.Width * TreeHash.Length
            ? hashes.ToArray()
            : throw new InvalidDataException($"Tile {tile.Index} of level {tile.Level} should have {tile.Width} hashes of {TreeHash.Length} bytes, and has {hashes.Length} bytes: somebody took rows away, or changed them.");
    }
}
