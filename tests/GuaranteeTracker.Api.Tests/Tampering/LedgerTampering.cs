using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Verifying.Stored;

namespace GuaranteeTracker.Api.Tests.Tampering;

/// <summary>Ways to change what proves the record.</summary>
internal static class LedgerTampering
{
    public static IReadOnlyDictionary<string, Func<Victim, Task>> Kinds { get; } = new Dictionary<string, Func<Victim, Task>>(StringComparer.Ordinal)
    {
        ["leaf's hash edited"] = async victim =>
        {
            var (index, hash) = await victim.AnyAsync($"from {Tables.Leaves}", "index, hash", row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1)));
            await victim.ChangeAsync($"update {Tables.Leaves} set hash = $2 where index = $1", index, victim.Turned(hash));
        },
        ["leaf deleted"] = async victim => await victim.ChangeAsync($"delete from {Tables.Leaves} where index = $1", (await victim.EventAsync()).Leaf),
        ["event deleted with its leaf"] = async victim => // those after it move up
        {
            var e = await victim.EventAsync($"e.version = (select max(version) from {Tables.Events} other where other.stream_id = e.stream_id)");
            await victim.ChangeAsync($"delete from {Tables.Events} where seq_id = $1", e.Sequence);
            await (e.Version > 1
                ? victim.ChangeAsync($"update {Victim.Streams} set version = version - 1 where id = $1", e.Stream)
                : victim.ChangeAsync($"delete from {Victim.Streams} where id = $1", e.Stream));
            await victim.ChangeAsync($"delete from {Tables.Leaves} where index = $1", e.Leaf);
            await victim.Connection.RunAsync($"update {Tables.Leaves} set index = -index where index > $1", e.Leaf);
            await victim.Connection.RunAsync($"update {Tables.Leaves} set index = -index - 1 where index < 0");
        },
        ["event changed with its leaf"] = async victim =>
        {
            var e = await victim.EventAsync();
            await victim.ChangeAsync($"update {Tables.Events} set data = $2::text::jsonb where seq_id = $1", e.Sequence, JsonTampering.Change(e.Data, victim.Random));
            await SignedLedger.RehashAsync(victim.Connection);
        },
        ["tile edited"] = async victim =>
        {
            var (level, index, hash) = await victim.AnyAsync($"from {Tables.Tiles}", "level, index, hash", row => (row.GetInt16(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2)));
            await victim.ChangeAsync($"update {Tables.Tiles} set hash = $3 where level = $1 and index = $2", level, index, victim.Turned(hash));
        },
        ["tile moved or deleted"] = async victim =>
        {
            var (level, index) = await victim.AnyAsync($"from {Tables.Tiles}", "level, index", row => (row.GetInt16(0), row.GetInt64(1)));
            await (victim.Random.Next(2) == 0
                ? victim.ChangeAsync($"delete from {Tables.Tiles} where level = $1 and index = $2", level, index)
                : victim.ChangeAsync($"update {Tables.Tiles} set level = $3, index = index + 5 where level = $1 and index = $2", level, index, (short)victim.Random.Next(-1, 9)));
        },
        ["checkpoint's root edited"] = victim => EditAsync(victim, "root", row => victim.Turned(row.Root)),
        ["checkpoint's edge edited"] = victim => EditAsync(victim, "edge", row => victim.Turned(row.Edge)),
        ["checkpoint's note edited"] = victim => EditAsync(victim, "note", row => victim.Misspelt(row.Note!)),
        ["checkpoint's note exchanged"] = async victim =>
        {
            var row = await victim.CheckpointAsync();
            var other = await victim.CheckpointAsync($"size <> {row.Size}");
            await victim.ChangeAsync($"update {Tables.Checkpoints} set note = $2 where size = $1", row.Size, other.Note!);
        },
        ["later checkpoint's note deleted"] = async victim => await victim.ChangeAsync(
            $"update {Tables.Checkpoints} set note = null where size = $1", (await victim.CheckpointAsync($"size > (select min(size) from {Tables.Checkpoints} where note is not null)")).Size),
        ["checkpoint's note signed by another key"] = async victim =>
        {
            using var other = NoteKeys.Make(victim.Signer.Key.Name);
            await EditAsync(victim, "note", row => other.Sign(row.Note![..(row.Note!.IndexOf("\n\n", StringComparison.Ordinal) + 1)]).ToString());
        },
        ["checkpoint's size edited"] = victim => EditFreeAsync(victim, "size"),
        ["checkpoint's sequence edited"] = victim => EditFreeAsync(victim, "sequence"),
        ["checkpoint's time edited"] = async victim => await victim.ChangeAsync(
            $"update {Tables.Checkpoints} set at = at - $2 * interval '1 microsecond' where size = $1", (await victim.CheckpointAsync()).Size, 1L << victim.Random.Next(45)),
        ["event back-dated into a gap that is forgotten, its leaf at the lowest index there is"] = victim => BackdateAsync(victim, long.MinValue),
        ["event back-dated into a gap that is forgotten, its leaf anywhere before the first"] = victim => BackdateAsync(victim, -1 - victim.Random.NextInt64(victim.Random.Next(2) == 0 ? 1000 : long.MaxValue)),
        ["checkpoint of the lowest size there is added"] = victim => AddAsync(victim, long.MinValue),
        ["checkpoint of size zero or less added"] = victim => AddAsync(victim, -victim.Random.NextInt64(victim.Random.Next(2) == 0 ? 2 : long.MaxValue)),
        ["all notes deleted, and a time moved"] = async victim =>
        {
            await victim.ChangeAsync($"update {Tables.Checkpoints} set note = null");
            await MoveAsync(victim);
        },
        ["last checkpoint deleted"] = async victim => await victim.ChangeAsync($"delete from {Tables.Checkpoints} where size = (select max(size) from {Tables.Checkpoints})"),
    };

    /// <summary>These fit together, down to the signatures: only what was kept outside tells.</summary>
    public static IReadOnlyDictionary<string, Func<Victim, Task>> Consistent { get; } = new Dictionary<string, Func<Victim, Task>>(StringComparer.Ordinal)
    {
        ["tree rewritten and signed anew with the log's key"] = async victim =>
        {
            var e = await victim.EventAsync("e.type <> 'source-registered'"); // whose text would be missing
            await victim.ChangeAsync($"update {Tables.Events} set data = $2::text::jsonb where seq_id = $1", e.Sequence, JsonTampering.Change(e.Data, victim.Random));
            await SignedLedger.RehashAsync(victim.Connection);
            await SignedLedger.SignAsync(victim.Connection, victim.Signer);
        },
        ["old backup restored"] = async victim => await RestoreAsync(victim, await victim.CheckpointAsync($"size < (select max(size) from {Tables.Checkpoints})")),
        ["old backup restored, which went on to something else"] = async victim =>
        {
            var then = await victim.CheckpointAsync($"size < (select max(leaf.index) from {Tables.Leaves} leaf join {Tables.Events} e on e.seq_id = leaf.sequence where e.type <> 'source-registered')");
            foreach (var e in await victim.Connection.ListAsync(
                $"select e.seq_id, e.data::text from {Tables.Events} e join {Tables.Leaves} leaf on leaf.sequence = e.seq_id where leaf.index >= $1 and e.type <> 'source-registered' order by 1",
                row => (Sequence: row.GetInt64(0), Data: row.GetString(1)), then.Size))
            {
                await victim.ChangeAsync($"update {Tables.Events} set data = $2::text::jsonb where seq_id = $1", e.Sequence, JsonTampering.Change(e.Data, victim.Random));
            }

            await SignedLedger.RehashAsync(victim.Connection);
            await SignedLedger.SignAsync(victim.Connection, victim.Signer);
        },
        ["first checkpoint's note deleted"] = victim => victim.ChangeAsync($"update {Tables.Checkpoints} set note = null where size = (select min(size) from {Tables.Checkpoints})"),
        ["all notes but the last deleted, and a time moved"] = async victim =>
        {
            await victim.ChangeAsync($"update {Tables.Checkpoints} set note = null where size < (select max(size) from {Tables.Checkpoints})");
            await MoveAsync(victim, $"size < (select max(size) from {Tables.Checkpoints})");
        },
    };

    /// <summary>With a leaf that says what the event says.</summary>
    private static async Task BackdateAsync(Victim victim, long index)
    {
        await EventTampering.Kinds["back-dated insert"](victim);
        await victim.Connection.RunAsync($"delete from {Tables.Gaps} gap using {Tables.Events} e where e.seq_id between gap.first and gap.last");
        await victim.ChangeAsync(
            $"""
            insert into {Tables.Leaves} (index, sequence, hash) select $1, seq_id, sha256('') from {Tables.Events}
            where type = 'claim-recorded' and not exists (select from {Tables.Leaves} where sequence = seq_id)
            """, index);
        await SignedLedger.RehashAsync(victim.Connection);
    }

    private static Task AddAsync(Victim victim, long size) => victim.ChangeAsync(
        $"""
        insert into {Tables.Checkpoints} (size, sequence, at, root, edge, note)
        select $1, sequence - 1, at - interval '1 microsecond', root, edge, note from {Tables.Checkpoints} order by size limit 1
        """, size);

    /// <summary>By so little that it stays between its neighbours'.</summary>
    private static async Task MoveAsync(Victim victim, string where = "true") => await victim.ChangeAsync(
        $"update {Tables.Checkpoints} set at = at - interval '1 microsecond' where size = $1", (await victim.CheckpointAsync(where)).Size);

    /// <summary>The store as it was when that checkpoint was made.</summary>
    private static async Task RestoreAsync(Victim victim, CheckpointRow then)
    {
        await victim.ChangeAsync($"delete from {Tables.Events} e using {Tables.Leaves} leaf where leaf.sequence = e.seq_id and leaf.index >= $1", then.Size);
        await victim.ChangeAsync($"delete from {Tables.Leaves} where index >= $1", then.Size);
        await victim.ChangeAsync($"delete from {Tables.Checkpoints} where size > $1", then.Size);
        await victim.Connection.RunAsync($"delete from {Tables.Tiles} where index >= $1 >> (8 * level)", then.Size);
        await victim.Connection.RunAsync($"delete from {Victim.Streams} stream where id <> 'mt_tombstone' and not exists (select from {Tables.Events} e where e.stream_id = stream.id)");
        await victim.Connection.RunAsync($"update {Victim.Streams} stream set version = (select max(version) from {Tables.Events} e where e.stream_id = stream.id) where id <> 'mt_tombstone'");
    }

    private static async Task EditAsync(Victim victim, string column, Func<CheckpointRow, object> edit)
    {
        var row = await victim.CheckpointAsync();
        await victim.ChangeAsync($"update {Tables.Checkpoints} set {column} = $2 where size = $1", row.Size, edit(row));
    }

    /// <summary>To a number that no other checkpoint has.</summary>
    private static async Task EditFreeAsync(Victim victim, string column)
    {
        var row = await victim.CheckpointAsync();
        var taken = (await victim.Connection.ListAsync($"select {column} from {Tables.Checkpoints}", read => read.GetInt64(0))).ToHashSet();
        long number;
        do
        {
            number = (column == "size" ? row.Size : row.Sequence) + (victim.Random.Next(2) == 0 ? victim.Random.Next(-20, 20) : victim.Random.NextInt64(long.MinValue / 2, long.MaxValue / 2));
        }
        while (taken.Contains(number));
        await victim.ChangeAsync($"update {Tables.Checkpoints} set {column} = $2 where size = $1", row.Size, number);
    }
}
