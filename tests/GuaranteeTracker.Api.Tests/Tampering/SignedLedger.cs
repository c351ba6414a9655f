using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Verifying.Stored;
using GuaranteeTracker.Ledger;
using GuaranteeTracker.Ledger.Notes;
using GuaranteeTracker.Ledger.Trees;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Tampering;

/// <summary>Tiles and signatures, made anew from the leaves: what the leader writes, and what somebody writes who has its key.</summary>
internal static class SignedLedger
{
    /// <summary>Makes all that follows from the leaves fit them again, with signatures of whoever it is.</summary>
    public static async Task SignAsync(NpgsqlConnection connection, NoteSigner signer)
    {
        var leaves = await connection.ListAsync($"select hash from {Tables.Leaves} order by index", row => row.GetFieldValue<byte[]>(0));
        var checkpoints = await connection.ListAsync($"select {CheckpointRow.Columns} from {Tables.Checkpoints} order by size", CheckpointRow.Read);
        var (frontier, tiles) = (Frontier.Empty(), new List<TileHash>());
        await using var batch = new NpgsqlBatch(connection);
        foreach (var row in checkpoints)
        {
            while (frontier.Size < row.Size)
            {
                frontier.Append(leaves[(int)frontier.Size], tiles);
            }

            var note = signer.Sign(new CheckpointText(signer.Key.Name, row.Size, frontier.Root(), row.Sequence, row.At).ToString());
            batch.BatchCommands.Add(Sql.Of($"update {Tables.Checkpoints} set root = $2, edge = $3, note = $4 where size = $1", row.Size, frontier.Root(), frontier.Write(), note.ToString()));
        }

        foreach (var tile in tiles)
        {
            batch.BatchCommands.Add(Sql.Of(
                $"insert into {Tables.Tiles} (level, index, hash) values ($1, $2, $3) on conflict (level, index) do update set hash = excluded.hash", (short)tile.Level, tile.Index, tile.Hash));
        }

        await batch.ExecuteNonQueryAsync();
    }

    /// <summary>Makes the leaves say what the events say now.</summary>
    public static async Task RehashAsync(NpgsqlConnection connection)
    {
        var hashes = await connection.ListAsync(
            $"select leaf.index, {Api.Recording.Checkpoints.StoredEvents.Columns} from {Tables.Leaves} leaf join {Tables.Events} e on e.seq_id = leaf.sequence",
            row => (Index: row.GetInt64(0), Hash: Api.Recording.Checkpoints.StoredEvents.Read(row, 1).Hash()));
        await connection.RunAsync(
            $"update {Tables.Leaves} leaf set hash = u.hash from unnest($1, $2) as u (index, hash) where u.index = leaf.index",
            hashes.Select(hash => hash.Index).ToArray(), hashes.Select(hash => hash.Hash).ToArray());
    }

    public static async Task<List<T>> ListAsync<T>(this NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public static async Task<int> RunAsync(this NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(Array.ConvertAll(values, value => new NpgsqlParameter { Value = value }));
        return command;
    }
}
