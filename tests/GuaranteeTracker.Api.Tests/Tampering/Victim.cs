using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Verifying.Stored;
using GuaranteeTracker.Ledger.Notes;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Tampering;

/// <summary>A store in the hands of somebody who may do everything with its database: in a transaction that is taken back.</summary>
/// <param name="Signer">With the log's own key.</param>
internal sealed record Victim(NpgsqlConnection Connection, Random Random, NoteSigner Signer)
{
    public const string Streams = EventStore.Schema + ".mt_streams";

    /// <summary>What keeps mistakes away does not keep the owner away.</summary>
    public async Task DisarmAsync()
    {
        foreach (var table in await Connection.ListAsync(
            $"select distinct c.relname::text from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and c.relnamespace = '{EventStore.Schema}'::regnamespace", row => row.GetString(0)))
        {
            await Connection.RunAsync($"alter table {EventStore.Schema}.{table} disable trigger user");
        }

        foreach (var (table, name) in await Connection.ListAsync(
            $"select c.relname::text, b.conname::text from pg_constraint b join pg_class c on c.oid = b.conrelid where b.contype = 'c' and c.relnamespace = '{EventStore.Schema}'::regnamespace",
            row => (row.GetString(0), row.GetString(1))))
        {
            await Connection.RunAsync($"alter table {EventStore.Schema}.{table} drop constraint {name}");
        }
    }

    /// <summary>An event that a checkpoint covers.</summary>
    public Task<EventAt> EventAsync(string where = "true") => AnyAsync(
        $"from {Tables.Events} e join {Tables.Leaves} leaf on leaf.sequence = e.seq_id where {where}",
        "e.seq_id, e.stream_id, e.version, e.data::text, leaf.index",
        row => new EventAt(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetInt64(4)));

    public Task<CheckpointRow> CheckpointAsync(string where = "true") => AnyAsync($"from {Tables.Checkpoints} where {where}", CheckpointRow.Columns, CheckpointRow.Read);

    public Task<T> AnyAsync<T>(string from, string columns, Func<NpgsqlDataReader, T> read) => AnyAsync(from, columns, read, []);

    public async Task ChangeAsync(string sql, params object[] values)
    {
        var changed = await Connection.RunAsync(sql, values);
        changed.Should().BePositive($"tampering has to change something: {sql}");
    }

    /// <summary>The bytes with one bit turned.</summary>
    public byte[] Turned(byte[] bytes)
    {
        var turned = bytes.ToArray();
        turned[Random.Next(turned.Length)] ^= (byte)(1 << Random.Next(8));
        return turned;
    }

    /// <summary>The text with one character changed to another letter.</summary>
    public string Misspelt(string text)
    {
        var at = Random.Next(text.Length);
        return string.Concat(text.AsSpan(0, at), text[at] == 'x' ? "y" : "x", text.AsSpan(at + 1));
    }

    private async Task<T> AnyAsync<T>(string from, string columns, Func<NpgsqlDataReader, T> read, object[] values)
    {
        var count = (await Connection.ListAsync($"select count(*) {from}", row => row.GetInt64(0), values))[0];
        count.Should().BePositive($"there has to be something to choose from: {from}");
        return (await Connection.ListAsync($"select {columns} {from} order by 1 offset {Random.NextInt64(count)} limit 1", read, values))[0];
    }
}

internal sealed record EventAt(long Sequence, string Stream, long Version, string Data, long Leaf);
