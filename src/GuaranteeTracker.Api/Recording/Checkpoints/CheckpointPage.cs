using GuaranteeTracker.Ledger;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>What the next checkpoint covers and the last one does not.</summary>
/// <param name="First">Index of the first leaf.</param>
/// <param name="Sequence">The checkpoint's.</param>
/// <param name="Frontier">With the new leaves.</param>
/// <param name="Events">One for each leaf, in their order: first the stragglers, then the others in the order of sequence.</param>
/// <param name="Tiles">Hashes of tiles above the leaves, as far as the new leaves complete their subtrees.</param>
/// <param name="Gaps">Newly passed.</param>
internal sealed record CheckpointPage(
    long First, long Sequence, Frontier Frontier, IReadOnlyList<StoredEvent> Events, IReadOnlyList<byte[]> Hashes, IReadOnlyList<TileHash> Tiles, int Stragglers, IReadOnlyList<Gap> Gaps)
{
    /// <param name="stragglers">Events found in gaps that an earlier checkpoint passed.</param>
    /// <param name="stored">What is stored since, tombstones too, in the order of sequence.</param>
    public static CheckpointPage Of(LedgerEnd end, long sequence, IReadOnlyCollection<StoredEvent> stragglers, IReadOnlyCollection<StoredEvent> stored)
    {
        var first = end.Frontier.Size;
        StoredEvent[] events = [.. stragglers, .. stored.Where(e => !e.IsTombstone)];
        var hashes = Array.ConvertAll(events, e => e.Hash());
        var tiles = new List<TileHash>();
        foreach (var hash in hashes)
        {
            end.Frontier.Append(hash, tiles);
        }

        return new(first, sequence, end.Frontier, events, hashes, tiles, stragglers.Count, [.. Gap.Between(end.Sequence, sequence, stored.Select(e => e.Sequence))]);
    }

    /// <summary>From which K on an event is known: a straggler from this checkpoint on, so that no earlier answer changes.</summary>
    public long KnownFrom(int index) => index < Stragglers ? Sequence : Events[index].Sequence;
}
