using GuaranteeTracker.Api.Recording;

namespace GuaranteeTracker.Api.Tests.Tampering;

/// <summary>Ways to change what was recorded.</summary>
internal static class EventTampering
{
    public static IReadOnlyDictionary<string, Func<Victim, Task>> Kinds { get; } = new Dictionary<string, Func<Victim, Task>>(StringComparer.Ordinal)
    {
        ["data changed"] = async victim =>
        {
            var e = await victim.EventAsync();
            await victim.ChangeAsync($"update {Tables.Events} set data = $2::text::jsonb where seq_id = $1", e.Sequence, JsonTampering.Change(e.Data, victim.Random));
        },
        ["member added to data"] = async victim =>
            await victim.ChangeAsync($$"""update {{Tables.Events}} set data = data || '{"added": null}' where seq_id = $1""", (await victim.EventAsync()).Sequence),
        ["recorded at another time"] = async victim =>
            await victim.ChangeAsync($"update {Tables.Events} set timestamp = timestamp - $2 * interval '1 microsecond' where seq_id = $1", (await victim.EventAsync()).Sequence, 1L << victim.Random.Next(45)),
        ["another type"] = async victim =>
            await victim.ChangeAsync($"update {Tables.Events} set type = 'claim-disputed' where seq_id = $1", (await victim.EventAsync("e.type <> 'claim-disputed'")).Sequence),
        ["recorded by somebody else"] = async victim =>
            await victim.ChangeAsync($$"""update {{Tables.Events}} set headers = jsonb_set(headers, '{recordedBy}', to_jsonb($2::text)) where seq_id = $1""", (await victim.EventAsync("e.headers is not null")).Sequence, NewId(victim).ToString()),
        ["headers taken away"] = async victim => await victim.ChangeAsync($"update {Tables.Events} set headers = null where seq_id = $1", (await victim.EventAsync("e.headers is not null")).Sequence),
        ["another version"] = async victim =>
        {
            var e = await victim.EventAsync();
            await victim.ChangeAsync($"update {Tables.Events} set version = version + 1 where stream_id = $1 and version = (select max(version) from {Tables.Events} where stream_id = $1)", e.Stream);
            await victim.ChangeAsync($"update {Victim.Streams} set version = version + 1 where id = $1", e.Stream);
        },
        ["stream's version changed"] = async victim => await victim.ChangeAsync($"update {Victim.Streams} set version = version + 1 where id = $1", (await victim.EventAsync()).Stream),
        ["moved to another stream"] = async victim =>
        {
            var e = await victim.EventAsync("e.version = 1");
            await victim.ChangeAsync($"insert into {Victim.Streams} (id, version) select $2, version from {Victim.Streams} where id = $1", e.Stream, e.Stream + "0");
            await victim.ChangeAsync($"update {Tables.Events} set stream_id = $2 where stream_id = $1", e.Stream, e.Stream + "0");
            await victim.ChangeAsync($"delete from {Victim.Streams} where id = $1", e.Stream);
        },
        ["another id"] = async victim => await victim.ChangeAsync($"update {Tables.Events} set id = $2 where seq_id = $1", (await victim.EventAsync()).Sequence, NewId(victim)),
        ["hidden"] = async victim => await victim.ChangeAsync($"update {Tables.Events} set is_archived = true where seq_id = $1", (await victim.EventAsync()).Sequence),
        ["stream hidden"] = async victim => await victim.ChangeAsync($"update {Victim.Streams} set is_archived = true where id = $1", (await victim.EventAsync()).Stream),
        ["last event deleted"] = async victim => // of a stream, whose version is put back
        {
            var e = await victim.EventAsync($"e.version > 1 and e.version = (select max(version) from {Tables.Events} other where other.stream_id = e.stream_id)");
            await victim.ChangeAsync($"delete from {Tables.Events} where seq_id = $1", e.Sequence);
            await victim.ChangeAsync($"update {Victim.Streams} set version = version - 1 where id = $1", e.Stream);
        },
        ["last events of all deleted"] = async victim =>
            await victim.ChangeAsync($"delete from {Tables.Events} where seq_id in (select seq_id from {Tables.Events} order by seq_id desc limit $1)", 1L + victim.Random.Next(30)),
        ["middle event deleted"] = async victim =>
        {
            var e = await victim.EventAsync($"e.version < (select max(version) from {Tables.Events} other where other.stream_id = e.stream_id)");
            await victim.ChangeAsync($"delete from {Tables.Events} where seq_id = $1", e.Sequence);
            await victim.ChangeAsync($"update {Tables.Events} set version = version - 1 where stream_id = $1 and version = $2", e.Stream, e.Version + 1);
        },
        ["whole stream deleted"] = async victim =>
        {
            var e = await victim.EventAsync();
            await victim.ChangeAsync($"delete from {Tables.Leaves} where sequence in (select seq_id from {Tables.Events} where stream_id = $1)", e.Stream);
            await victim.ChangeAsync($"delete from {Tables.Events} where stream_id = $1", e.Stream);
            await victim.ChangeAsync($"delete from {Victim.Streams} where id = $1", e.Stream);
        },
        ["back-dated insert"] = InsertAsync,
        ["two events swapped"] = async victim =>
        {
            var (one, other) = await TwoAsync(victim);
            await SwapAsync(victim, Tables.Events, "seq_id", one.Sequence, other.Sequence);
        },
        ["two events swapped with their leaves"] = async victim =>
        {
            var (one, other) = await TwoAsync(victim);
            await SwapAsync(victim, Tables.Events, "seq_id", one.Sequence, other.Sequence);
            await SwapAsync(victim, Tables.Leaves, "sequence", one.Sequence, other.Sequence);
        },
        ["event moved into a gap"] = async victim => // its leaf moves along, and the order of leaves stays
        {
            var gap = (await victim.Connection.ListAsync($"select first, last from {Tables.Gaps} order by first", row => (First: row.GetInt64(0), Last: row.GetInt64(1))))[0];
            await victim.ChangeAsync($"update {Tables.Events} set seq_id = $2 where seq_id = $1", gap.Last + 1, gap.First);
            await victim.ChangeAsync($"update {Tables.Leaves} set sequence = $2 where sequence = $1", gap.Last + 1, gap.First);
        },
        ["source's words changed"] = async victim =>
        {
            var text = (await victim.Connection.ListAsync($"select sha256, text from {Tables.SourceTexts} order by 1", row => (Hash: row.GetString(0), Text: row.GetString(1))))[0];
            await victim.ChangeAsync($"update {Tables.SourceTexts} set text = $2 where sha256 = $1", text.Hash, text.Text.Replace("Western", "western", StringComparison.Ordinal));
        },
        ["source's words taken away"] = async victim => await victim.ChangeAsync($"delete from {Tables.SourceTexts}"),
    };

    private static async Task InsertAsync(Victim victim)
    {
        var (copied, gap) = (await victim.EventAsync("e.type = 'claim-recorded'"), await victim.AnyAsync($"from {Tables.Gaps}", "first", row => row.GetInt64(0)));
        var claim = NewId(victim);
        await victim.ChangeAsync($"insert into {Victim.Streams} (id, version) values ($1, 1)", $"claim:{claim}");
        await victim.ChangeAsync(
            $$"""
            insert into {{Tables.Events}} (seq_id, id, stream_id, version, data, type, mt_dotnet_type, timestamp, headers, tenant_id)
            select $2, $3, $4, 1, jsonb_set(data, '{claim}', to_jsonb($5::text)), type, mt_dotnet_type, timestamp, headers, tenant_id from {{Tables.Events}} where seq_id = $1
            """,
            copied.Sequence, victim.Random.Next(2) == 0 ? gap : -1L - victim.Random.Next(1000), NewId(victim), $"claim:{claim}", claim.ToString());
    }

    private static async Task SwapAsync(Victim victim, string table, string column, long one, long other)
    {
        const long Aside = -5_000_000;
        foreach (var (from, to) in new[] { (one, Aside), (other, one), (Aside, other) })
        {
            await victim.ChangeAsync($"update {table} set {column} = $2 where {column} = $1", from, to);
        }
    }

    private static async Task<(EventAt One, EventAt Other)> TwoAsync(Victim victim)
    {
        var one = await victim.EventAsync();
        return (one, await victim.EventAsync($"e.seq_id <> {one.Sequence}"));
    }

    private static Guid NewId(Victim victim)
    {
        var bytes = new byte[16];
        victim.Random.NextBytes(bytes);
        return new(bytes);
    }
}
