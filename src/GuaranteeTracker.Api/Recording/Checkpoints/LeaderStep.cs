using GuaranteeTracker.Api.Recording.Rows;
using GuaranteeTracker.Api.Recording.Signing;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>One checkpoint with its leaves and rows, in one transaction. It goes on where the last checkpoint ends.</summary>
internal sealed class LeaderStep(NpgsqlConnection connection, ListedVersions listed, CheckpointSigner signer)
{
    /// <summary>Goes on, at most up to a sequence number that nothing can come before any more.</summary>
    /// <returns>What it did; null where there was nothing to do.</returns>
    /// <exception cref="LedgerAlarmException">Nothing is signed on top of what is there.</exception>
    public async Task<CheckpointPage?> GoAsync(long upTo, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync($"select {RowStatements.OneAtATime}", cancellation);
        var end = await LedgerEnd.ReadAsync(connection, cancellation);
        await signer.CheckAsync(connection, end.Last, cancellation);
        if (upTo <= end.Sequence)
        {
            return null; // another leader was here
        }

        var late = await StoredEvents.ReadInGapsAsync(connection, cancellation);
        var (stored, sequence) = await StoredEvents.ReadBetweenAsync(connection, end.Sequence, upTo, cancellation);
        var page = CheckpointPage.Of(end, sequence, late, stored);
        if (page.Events.Count == 0)
        {
            return null;
        }

        var checkpoint = await WriteAsync(page, cancellation);
        await transaction.CommitAsync(cancellation);
        await signer.KeepAsync(checkpoint);
        return page;
    }

    private async Task<StoredCheckpoint> WriteAsync(CheckpointPage page, CancellationToken cancellation)
    {
        await LedgerStatements.CopyLeavesAsync(connection, page, cancellation);
        var rows = new RowFold();
        for (var i = 0; i < page.Events.Count; i++)
        {
            rows.Add(page.KnownFrom(i), page.Events[i].Sequence, page.Events[i].Type, page.Events[i].RecordedAt, page.Events[i].Data);
        }

        var versions = await rows.VersionsAsync(new KnownPublications(), connection, cancellation);
        if (versions.Ended.Count > 0)
        {
            await RunAsync([RowStatements.End(versions.Ended)], cancellation); // before what comes in their place
        }

        if (versions.Added.Count > 0)
        {
            await RowStatements.CopyAsync(connection, Tables.ClaimVersions, versions.Added, cancellation);
            await (rows.HasStragglers
                ? RunAsync([ListingRows.Add(Tables.ClaimVersions, Tables.ClaimListing, versions.Added)], cancellation)
                : listed.CopyAsync(connection, Tables.ClaimListing, versions.Added, rows.Contents, cancellation));
        }

        long[] stragglers = [.. page.Events.Take(page.Stragglers).Select(e => e.Sequence)];
        List<NpgsqlBatchCommand> statements = [.. LedgerStatements.Gaps(page, stragglers.Length == 0 ? [] : await Gap.ReadAsync(connection, stragglers, cancellation))];
        if (versions.Ended.Count > 0)
        {
            statements.Add(ListingRows.End(versions.Ended.Keys));
        }

        if (rows.Catalogued.Count > 0)
        {
            statements.Add(RowStatements.Add(Tables.Catalogue, rows.Catalogued));
        }

        if (page.Tiles.Count > 0)
        {
            statements.Add(LedgerStatements.Tiles(page.Tiles));
        }

        var at = (DateTime)(await RunAsync([.. statements, LedgerStatements.Moment()], cancellation))!;
        var checkpoint = signer.Sign(new(page.Frontier.Size, page.Sequence, at, page.Frontier.Root(), null));
        await RunAsync([LedgerStatements.Checkpoint(checkpoint, page.Frontier.Write())], cancellation);
        return checkpoint;
    }

    /// <returns>The one value that any of them returns.</returns>
    private async Task<object?> RunAsync(IReadOnlyList<NpgsqlBatchCommand> statements, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(statement);
        }

        return await batch.ExecuteScalarAsync(cancellation);
    }
}
