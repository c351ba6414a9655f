using GuaranteeTracker.Ledger;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Api.Verifying.Stored;

/// <summary>
/// Goes through leaves, tiles and checkpoints as they are stored, from the first to the last, and makes the tree anew. Where leaves do not
/// lead to a checkpoint it goes on from that, so that one fault is not told as all that come after it.
/// </summary>
internal sealed class TreeWalk(CheckpointCheck checkpoints, LeafOrder order, Remembered remembered, Faults faults)
{
    private readonly Queue<CheckpointRow> _coming = [];
    private readonly Dictionary<(int Level, long Index), byte[]> _tiles = [];
    private readonly List<TileHash> _made = [];

    private Frontier? _frontier = Frontier.Empty();
    private long _next;
    private bool _wasBroken;

    /// <param name="rows">The checkpoints up to the last of the leaves that follow, in the order of size.</param>
    /// <param name="tiles">Those complete with one of these leaves.</param>
    public void Expect(IEnumerable<CheckpointRow> rows, IEnumerable<TileHash> tiles)
    {
        foreach (var row in rows)
        {
            _coming.Enqueue(row);
        }

        foreach (var tile in tiles)
        {
            _tiles[(tile.Level, tile.Index)] = tile.Hash;
        }

        _wasBroken = _frontier is null;
    }

    public void Add(long index, long sequence, byte[] hash)
    {
        Reach(index);
        if (index != _next)
        {
            faults.Add(new("One or more leaves before this one are missing.", Sequence: sequence, Leaf: index));
        }

        _next = index + 1;
        order.Add(index, sequence);
        Append(index, sequence, hash);
        remembered.Compare(_next, _frontier is { } tree ? tree.Root : null);
    }

    /// <summary>Checks what ends with the leaves that were added.</summary>
    /// <param name="index">That of the next leaf, or of any after it.</param>
    public void Reach(long index)
    {
        while (_coming.TryPeek(out var row) && row.Size <= index)
        {
            _coming.Dequeue();
            order.End(row);
            _frontier = checkpoints.Check(row, _frontier);
            _wasBroken |= _frontier is null;
        }
    }

    /// <summary>All leaves came of which tiles were expected.</summary>
    public void EndTiles()
    {
        if (!_wasBroken)
        {
            foreach (var ((level, index), _) in _tiles)
            {
                faults.Add(new($"There is a hash {index} of level {level} for tiles, whose leaves are not there."));
            }
        }

        _tiles.Clear();
    }

    public void End()
    {
        Reach(long.MaxValue);
        if (_next > (checkpoints.Last?.Size ?? 0))
        {
            faults.Add(new("There are leaves that no checkpoint covers.", Leaf: checkpoints.Last?.Size ?? 0));
        }

        remembered.End(_next);
    }

    private void Append(long index, long sequence, byte[] hash)
    {
        if (_frontier?.Size != index || hash.Length != TreeHash.Length)
        {
            (_frontier, _wasBroken) = (null, true);
            if (hash.Length != TreeHash.Length)
            {
                faults.Add(new("Its hash is none.", Sequence: sequence, Leaf: index));
            }

            return;
        }

        _frontier.Append(hash, _made);
        foreach (var tile in _made)
        {
            if (!_tiles.Remove((tile.Level, tile.Index), out var stored) || !stored.AsSpan().SequenceEqual(tile.Hash))
            {
                faults.Add(new($"The hash {tile.Index} of level {tile.Level} for tiles is {(stored is null ? "missing" : "not that of its leaves")}.", Leaf: index));
            }
        }

        _made.Clear();
    }
}
