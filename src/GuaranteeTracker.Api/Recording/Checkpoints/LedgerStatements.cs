using GuaranteeTracker.Api.Recording.Rows;
using Marten;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>Queues what a page adds to the ledger. The primary keys make a second leader's page fail.</summary>
internal static class LedgerStatements
{
    private const string
        AddLeaves =
            $"""
            with turn as materialized (select {RowStatements.OneAtATime})
            insert into {Tables.Leaves} (index, sequence, hash)
            select ? + leaf.place - 1, leaf.sequence, leaf.hash from turn, unnest(?, ?) with ordinality as leaf (sequence, hash, place)
            """,
        AddCheckpoint =
            $"""
            with moment as (
              update {Tables.Horizon} set at = greatest(clock_timestamp(), at + interval '1 microsecond') where id = 1 returning at)
            insert into {Tables.Checkpoints} (size, sequence, at, root, edge) select ?, ?, at, ?, ? from moment
            """,
        AddGaps = $"insert into {Tables.Gaps} (first, last) select * from unnest(?, ?)",
        RemoveGaps = $"delete from {Tables.Gaps} where first = any(?)",
        AddStragglers = $"insert into {Tables.Stragglers} (sequence, known, found) select straggler, ?, clock_timestamp() from unnest(?) as straggler";

    public static void QueueLedger(this IDocumentOperations operations, CheckpointPage page, IReadOnlyList<Gap> filled)
    {
        long[] sequences = [.. page.Events.Select(e => e.Sequence)], stragglers = sequences[..page.Stragglers];
        operations.QueueSqlCommand(AddLeaves, page.First, sequences, page.Hashes.ToArray());
        operations.QueueSqlCommand(AddCheckpoint, page.Frontier.Size, page.Sequence, page.Frontier.Root(), page.Frontier.Write());
        if (stragglers.Length > 0)
        {
            operations.QueueSqlCommand(RemoveGaps, filled.Select(gap => gap.First).ToArray());
            operations.QueueGaps(filled.SelectMany(gap => Gap.Between(gap.First - 1, gap.Last, stragglers.Where(straggler => gap.First <= straggler && straggler <= gap.Last))));
            operations.QueueSqlCommand(AddStragglers, page.Sequence, stragglers);
        }

        operations.QueueGaps(page.Gaps);
    }

    private static void QueueGaps(this IDocumentOperations operations, IEnumerable<Gap> gaps)
    {
        var all = gaps.ToArray();
        if (all.Length > 0)
        {
            operations.QueueSqlCommand(AddGaps, Array.ConvertAll(all, gap => gap.First), Array.ConvertAll(all, gap => gap.Last));
        }
    }
}
