using GuaranteeTracker.Api.Recording.Rows;
using GuaranteeTracker.Ledger.Trees;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>Writes what a page adds to the ledger. The primary keys make a second leader's page fail.</summary>
internal static class LedgerStatements
{
    private const string
        TakeMoment = $"update {Tables.Horizon} set at = greatest(clock_timestamp(), at + interval '1 microsecond') where id = 1 returning at",
        AddCheckpoint = $"insert into {Tables.Checkpoints} ({StoredCheckpoint.Columns}, edge) values ($1, $2, $3, $4, $5, $6)",
        AddTiles = $"insert into {Tables.Tiles} (level, index, hash) select * from unnest($1, $2, $3)",
        AddGaps = $"insert into {Tables.Gaps} (first, last) select * from unnest($1, $2)",
        RemoveGaps = $"delete from {Tables.Gaps} where first = any($1)",
        AddStragglers = $"insert into {Tables.Stragglers} (sequence, known, found) select straggler, $1, clock_timestamp() from unnest($2) as straggler";

    public static Task CopyLeavesAsync(NpgsqlConnection connection, CheckpointPage page, CancellationToken cancellation)
    {
        var rows = new BinaryRows();
        for (var i = 0; i < page.Events.Count; i++)
        {
            rows.Row(3).Add(page.First + i).Add(page.Events[i].Sequence).Add(page.Hashes[i]);
        }

        return rows.CopyAsync(connection, $"{Tables.Leaves} (index, sequence, hash)", cancellation);
    }

    /// <param name="filled">The gaps in which its stragglers were found.</param>
    public static IEnumerable<NpgsqlBatchCommand> Gaps(CheckpointPage page, IReadOnlyList<Gap> filled)
    {
        var gaps = page.Gaps.ToList();
        if (page.Stragglers > 0)
        {
            long[] stragglers = [.. page.Events.Take(page.Stragglers).Select(e => e.Sequence)];
            yield return Sql.Of(RemoveGaps, filled.Select(gap => gap.First).ToArray());
            yield return Sql.Of(AddStragglers, page.Sequence, stragglers);
            gaps.AddRange(filled.SelectMany(gap => Gap.Between(gap.First - 1, gap.Last, stragglers.Where(straggler => gap.First <= straggler && straggler <= gap.Last))));
        }

        if (gaps.Count > 0)
        {
            yield return Sql.Of(AddGaps, gaps.Select(gap => gap.First).ToArray(), gaps.Select(gap => gap.Last).ToArray());
        }
    }

    public static NpgsqlBatchCommand Tiles(IReadOnlyCollection<TileHash> tiles) =>
        Sql.Of(AddTiles, tiles.Select(tile => (short)tile.Level).ToArray(), tiles.Select(tile => tile.Index).ToArray(), tiles.Select(tile => tile.Hash).ToArray());

    /// <summary>
    /// Tells the checkpoint's time, which its note needs. Nothing but the checkpoint itself comes after it: whoever asks at an instant waits for
    /// the horizon's row from here until the transaction's end.
    /// </summary>
    public static NpgsqlBatchCommand Moment() => Sql.Of(TakeMoment);

    /// <param name="checkpoint">Signed.</param>
    public static NpgsqlBatchCommand Checkpoint(StoredCheckpoint checkpoint, byte[] edge) =>
        Sql.Of(AddCheckpoint, checkpoint.Size, checkpoint.Sequence, checkpoint.At, checkpoint.Root, checkpoint.Note!, edge);
}
