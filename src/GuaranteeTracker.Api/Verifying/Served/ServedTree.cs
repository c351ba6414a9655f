using GuaranteeTracker.Ledger;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Api.Verifying.Served;

/// <summary>Makes a tree anew from the lowest tiles that a service gives, and compares the tiles above, the root and what was remembered.</summary>
internal sealed class ServedTree(ITiles tiles, Remembered remembered, Faults faults)
{
    private const int AtOnce = 64;

    private readonly List<byte>[] _above = [.. Enumerable.Range(0, Tile.Levels).Select(_ => new List<byte>())];
    private readonly long[] _done = new long[Tile.Levels];
    private readonly Frontier _frontier = Frontier.Empty();
    private readonly List<TileHash> _made = [];

    /// <param name="root">As the checkpoint says.</param>
    /// <param name="progress">Told how many leaves are done.</param>
    public async Task CheckAsync(long size, ReadOnlyMemory<byte> root, Action<long> progress, CancellationToken cancellation)
    {
        remembered.Compare(0, _frontier.Root);
        for (var first = 0L; first < size; first += AtOnce * Tile.Full)
        {
            Tile[] next = [.. Enumerable.Range(0, AtOnce).Select(i => first / Tile.Full + i).Where(index => index * Tile.Full < size).Select(index => new Tile(0, index, (int)Math.Min(Tile.Full, size - index * Tile.Full)))];
            foreach (var hashes in await tiles.ReadAsync(next, cancellation))
            {
                await AppendAsync(hashes, cancellation);
            }

            progress(_frontier.Size);
        }

        for (var level = 1; level < Tile.Levels; level++)
        {
            await CompareAsync(level, cancellation);
        }

        if (!_frontier.Root().AsSpan().SequenceEqual(root.Span))
        {
            faults.Add(new("The tiles do not give the root that was signed.", Checkpoint: size));
        }

        remembered.End(size);
    }

    private async Task AppendAsync(byte[] hashes, CancellationToken cancellation)
    {
        for (var at = 0; at < hashes.Length; at += TreeHash.Length)
        {
            _frontier.Append(hashes[at..(at + TreeHash.Length)], _made);
            remembered.Compare(_frontier.Size, _frontier.Root);
        }

        foreach (var hash in _made)
        {
            _above[hash.Level].AddRange(hash.Hash);
            if (_above[hash.Level].Count == Tile.Full * TreeHash.Length)
            {
                await CompareAsync(hash.Level, cancellation);
            }
        }

        _made.Clear();
    }

    private async Task CompareAsync(int level, CancellationToken cancellation)
    {
        if (_above[level].Count == 0)
        {
            return;
        }

        var tile = new Tile(level, _done[level]++, _above[level].Count / TreeHash.Length);
        if (!(await tiles.ReadAsync([tile], cancellation))[0].AsSpan().SequenceEqual(_above[level].ToArray()))
        {
            faults.Add(new($"Tile {tile.Index} of level {level} is not that of the tiles below it."));
        }

        _above[level].Clear();
    }
}
