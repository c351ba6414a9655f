using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Saving;
using Marten;
using Npgsql;

namespace GuaranteeTracker.Api.Importing;

/// <summary>
/// Saves a chunk of an import: what claims refer to first, then all new claims in bulk, then changes of what was there. Each is
/// a transaction of its own: whatever is cut off between them, the same lines sent again complete it.
/// </summary>
internal sealed class ImportTransaction(IDocumentStore store, NpgsqlDataSource database, GroundsReader reader, Drafter drafter, BulkAppends bulk) : ITransaction
{
    public async Task RunAsync(IReadOnlyList<Entry> entries, CancellationToken cancellation)
    {
        List<ImportEntry> steps = [.. entries.Cast<ImportEntry>().Where(entry => !entry.IsAnswered)];
        if (steps.Exists(entry => entry.Brake is { IsPulled: true }))
        {
            return; // it is one of several that are saved each for itself
        }

        if (steps is [var only])
        {
            only.Brake?.Watch(only);
        }

        var (drafts, parts) = await BeginAsync(steps, cancellation);
        if (parts.Claims.Count > 0)
        {
            await bulk.SaveAsync(parts.Claims, cancellation);
        }

        if (parts.Changes.Count > 0)
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await Appending.ShareAsync(transaction, cancellation);
            await Appends.SaveAsync(store, transaction, parts.Changes, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        foreach (var (entry, draft) in drafts)
        {
            entry.Answer(draft.Outcome);
            if (draft.Outcome is Outcome.Refused)
            {
                entry.Brake?.Pull();
            }
        }
    }

    private async Task<(IReadOnlyList<(ImportEntry, Draft)>, ImportParts)> BeginAsync(IReadOnlyList<ImportEntry> entries, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var grounds = await reader.ReadAsync(transaction, [.. entries.SelectMany(entry => entry.Needs)], [], [], cancellation);
        var drafts = Draw(entries, grounds);
        var parts = ImportParts.Of([.. drafts.SelectMany(drawn => drawn.Draft.Additions)]);
        foreach (var (entry, draft) in drafts)
        {
            entry.Begin(draft);
        }

        if (parts.First.Count > 0) // what is on record already has no commit whose reply could get lost
        {
            await Appends.SaveAsync(store, transaction, parts.First, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return (drafts, parts);
    }

    /// <summary>Decides each as soon as what it refers to is there; the others wait.</summary>
    private List<(ImportEntry Entry, Draft Draft)> Draw(IReadOnlyList<ImportEntry> entries, Grounds grounds)
    {
        var drafts = new List<(ImportEntry, Draft)>(entries.Count);
        foreach (var entry in entries)
        {
            entry.IsDrawn = false;
        }

        var (left, before) = (entries, -1);
        while (left.Count > 0 && drafts.Count != before)
        {
            before = drafts.Count;
            var waiting = new List<ImportEntry>();
            foreach (var entry in left)
            {
                if ((entry.WaitsFor = entry.Missing(grounds)) is not null)
                {
                    waiting.Add(entry);
                    continue;
                }

                Draw(entry);
                if (entry.Brake is not null && drafts[^1].Item2.Outcome is Outcome.Refused)
                {
                    return drafts;
                }
            }

            left = waiting;
        }

        foreach (var entry in left.Where(entry => entry.Insists))
        {
            entry.WaitsFor = null;
            Draw(entry);
            if (entry.Brake is not null && drafts[^1].Item2.Outcome is Outcome.Refused)
            {
                break;
            }
        }

        return drafts;

        void Draw(ImportEntry entry)
        {
            entry.IsDrawn = true;
            drafts.Add((entry, entry.Draw(drafter, grounds)));
        }
    }
}
