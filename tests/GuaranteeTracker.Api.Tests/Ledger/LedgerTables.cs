using System.Security.Cryptography;
using System.Text.Json;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Ledger;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>What the leader wrote into the ledger, and what it should have, told naively.</summary>
internal static class LedgerTables
{
    public static Task<List<(long Index, long Sequence, string Hash)>> LeavesAsync(this Tracker tracker) => tracker.ReadAsync(
        $"select index, sequence, hash from {Tables.Leaves} order by index", row => (row.GetInt64(0), row.GetInt64(1), Convert.ToHexString(row.GetFieldValue<byte[]>(2))));

    public static Task<List<(long Size, long Sequence, string Root)>> RootsAsync(this Tracker tracker) => tracker.ReadAsync(
        $"select size, sequence, root from {Tables.Checkpoints} order by size", row => (row.GetInt64(0), row.GetInt64(1), Convert.ToHexString(row.GetFieldValue<byte[]>(2))));

    /// <summary>The leaf hashes of all stored events, in the order of sequence.</summary>
    public static Task<List<(long Sequence, string Hash)>> StoredHashesAsync(this Tracker tracker) => tracker.ReadAsync(
        $"select seq_id, id, stream_id, version, type, timestamp, coalesce(headers, 'null')::text, data::text from {Tables.Events} where type <> 'tombstone' order by seq_id",
        row => (row.GetInt64(0), Convert.ToHexString(new Leaf(
            row.GetGuid(1), row.GetString(2), row.GetInt64(3), row.GetString(4), row.GetDateTime(5),
            JsonElement.Parse(row.GetString(6)), JsonElement.Parse(row.GetString(7))).Hash())));

    /// <summary>Leaves are as they should be, and every checkpoint's root is that of its leaves (RFC 6962, 2.1).</summary>
    public static async Task LedgerShouldBeSoundAsync(this Tracker tracker)
    {
        var leaves = await tracker.LeavesAsync();
        leaves.Select(leaf => leaf.Index).Should().Equal(Enumerable.Range(0, leaves.Count).Select(i => (long)i));
        leaves.Select(leaf => (leaf.Sequence, leaf.Hash)).Should().BeEquivalentTo(await tracker.StoredHashesAsync(), "each event has one leaf");
        var hashes = leaves.ConvertAll(leaf => Convert.FromHexString(leaf.Hash));
        foreach (var (size, _, root) in await tracker.RootsAsync())
        {
            root.Should().Be(Convert.ToHexString(RootOf(hashes[..(int)size])), $"of the first {size} leaves");
        }
    }

    public static async Task<List<T>> ReadAsync<T>(this Tracker tracker, string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = tracker.Owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static byte[] RootOf(List<byte[]> leaves)
    {
        if (leaves.Count == 1)
        {
            return leaves[0];
        }

        var half = 1;
        while (half * 2 < leaves.Count)
        {
            half *= 2;
        }

        return SHA256.HashData([1, .. RootOf(leaves[..half]), .. RootOf(leaves[half..])]);
    }
}
