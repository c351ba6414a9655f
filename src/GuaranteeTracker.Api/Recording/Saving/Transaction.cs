using System.Data;
using Npgsql;
using Marten;

namespace GuaranteeTracker.Api.Recording.Saving;

/// <summary>One attempt to save requests together: reads, decides, appends, keeps the answers, commits. Nobody is answered before.</summary>
internal sealed class Transaction(IDocumentStore store, NpgsqlDataSource database, GroundsReader reader, Drafter drafter) : ITransaction
{
    public async Task RunAsync(IReadOnlyList<Entry> entries, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        try
        {
            await RunAsync(connection, entries, cancellation);
        }
        catch (InvalidOperationException e) when (connection.State != ConnectionState.Open)
        {
            // Marten tries a failed command again, on this connection: that second failure hides that it broke.
            throw new NpgsqlException("The connection broke.", e);
        }
    }

    private async Task RunAsync(NpgsqlConnection connection, IReadOnlyList<Entry> entries, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var keys = entries.Select(entry => entry.Context.Key).OfType<IdempotencyKey>().ToList();
        var turns = entries.SelectMany(entry => entry.Turns).Concat(keys.Select(key => $"{key.Caller} {key.Key}"));
        var grounds = await reader.ReadAsync(transaction, [.. entries.SelectMany(entry => entry.Needs)], turns, keys, cancellation);
        var drawn = Draw(entries, grounds);
        var drafts = drawn.ConvertAll(one => one.Draft);
        if (drafts.Exists(draft => draft.Additions.Count > 0 || draft.KeepUnder is not null))
        {
            await Appends.SaveAsync(store, transaction, drafts.SelectMany(draft => draft.Additions), cancellation);
            await KeepAnswersAsync(transaction, drafts, cancellation);
            drawn.ForEach(one => one.Entry.Begin(one.Draft));

            await transaction.CommitAsync(cancellation);
        }

        drawn.ForEach(one => one.Tell());
    }

    /// <summary>Each on its own: what one of them fails with is not the others' concern.</summary>
    private List<(Entry Entry, Draft Draft, Action Tell)> Draw(IReadOnlyList<Entry> entries, Grounds grounds)
    {
        var drafts = new List<(Entry Entry, Draft Draft, Action Tell)>(entries.Count);
        foreach (var entry in entries)
        {
            var mark = grounds.Mark;
            try
            {
                var draft = entry.Draw(drafter, grounds);
                drafts.Add((entry, draft, () => entry.Answer(draft.Outcome)));
            }
            catch (Exception e)
            {
                grounds.Rewind(mark);
                drafts.Add((entry, Draft.Nothing, () => entry.Fail(e)));
            }
        }

        return drafts;
    }

    private static async Task KeepAnswersAsync(NpgsqlTransaction transaction, List<Draft> drafts, CancellationToken cancellation)
    {
        var kept = drafts.Where(draft => draft.KeepUnder is not null).Select(draft => (draft.KeepUnder!, draft.Answer!)).ToList();
        if (kept.Count > 0)
        {
            await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
            batch.AddAnswers(kept);
            await batch.ExecuteNonQueryAsync(cancellation);
        }
    }
}
