using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Ledger.Notes;
using Npgsql;

namespace GuaranteeTracker.Api.Verifying.Stored;

/// <summary>
/// Makes leaves, tiles and roots anew out of the events as stored, and compares: event with leaf, leaves with roots, roots with signatures,
/// and what was kept outside with all of it. It reads through one connection, so it sees what that sees; while others write, that has to be
/// one snapshot. Memory does not grow with the record.
/// </summary>
/// <param name="keys">The log's; none: there is nothing to check signatures with.</param>
/// <param name="notes">Checkpoints that were kept outside. All from the smallest of them on have to be signed.</param>
internal sealed class StoreVerifier(NpgsqlConnection connection, IReadOnlyList<NoteKey> keys, IReadOnlyList<RememberedNote> notes)
{
    private readonly Faults _faults = new();
    private readonly LedgerReader _ledger = new(connection);

    /// <param name="progress">Told how many leaves are done.</param>
    public async Task<VerifyReport> RunAsync(Action<long> progress, CancellationToken cancellation)
    {
        var (checkpoints, leaves, order) = (new CheckpointCheck(keys, notes.Count > 0 ? notes.Min(note => note.Checkpoint.Size) : null, _faults), new LeafCheck(_faults), new LeafOrder(_faults));
        var count = await WalkAsync(new(checkpoints, order, new(notes, _faults), _faults), leaves, progress, cancellation);
        checkpoints.End();
        var last = checkpoints.Last;
        foreach (var (level, index) in await _ledger.StrayTilesAsync(count, cancellation))
        {
            _faults.Add(new($"There is a hash {index} of level {level} for tiles, whose leaves are not there."));
        }

        var record = new RecordQueries(connection, _faults);
        await record.CheckAsync(last?.Sequence ?? 0, cancellation);
        var taken = await new TextCheck(connection, _faults).CheckAsync(cancellation);
        var uncovered = await record.UncoveredAsync(last?.Sequence ?? 0, cancellation);
        return new(
            leaves.Events, count, checkpoints.Count, last?.Size ?? 0, last is null ? null : Convert.ToBase64String(last.Root), last?.Sequence ?? 0, last?.At, checkpoints.Signed,
            _faults.Kept, _faults.Count, uncovered, order.Late, taken);
    }

    /// <summary>About how many leaves there are.</summary>
    public Task<long> LeavesAsync(CancellationToken cancellation) => connection.QueryAsync<long>($"select coalesce(max(size), 0) from {Tables.Checkpoints}", cancellation);

    private async Task<long> WalkAsync(TreeWalk walk, LeafCheck leaves, Action<long> progress, CancellationToken cancellation)
    {
        var (after, above, count) = (-1L, 0L, 0L); // what is before has no place in a tree
        while (await _ledger.PieceEndAsync(after, cancellation) is { } last)
        {
            var upTo = last == long.MaxValue ? last : last + 1;
            walk.Expect(await _ledger.CheckpointsAsync(above, upTo, cancellation), await _ledger.TilesAsync(above, upTo, cancellation));
            await _ledger.LeavesAsync(
                after, last,
                (index, sequence, hash, row) =>
                {
                    count++;
                    leaves.Check(index, sequence, hash, row);
                    walk.Add(index, sequence, hash);
                },
                cancellation);
            walk.Reach(upTo);
            walk.EndTiles();
            progress(count);
            (after, above) = (last, upTo);
        }

        walk.Expect(await _ledger.CheckpointsAsync(above, long.MaxValue, cancellation), []);
        walk.End();
        return count;
    }
}
