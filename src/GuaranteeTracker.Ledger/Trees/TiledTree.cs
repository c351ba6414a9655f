namespace GuaranteeTracker.Ledger.Trees;

/// <summary>Makes roots and proofs of a tree of any size up to that of its tiles, reading a few tiles for each.</summary>
public sealed class TiledTree(ITiles tiles)
{
    /// <summary>The root of the first <paramref name="size"/> leaves.</summary>
    /// <param name="size">Number of leaves, at most that of the tiles' tree.</param>
    /// <param name="cancellation">Ends the reading of tiles.</param>
    /// <returns>32 bytes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is below zero.</exception>
    /// <exception cref="InvalidDataException">A tile that it takes is not to be had, or has too few hashes.</exception>
    public async Task<byte[]> RootAsync(long size, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return size == 0 ? TreeHash.Empty() : (await HashesAsync([new(0, size)], size, cancellation))[0];
    }

    /// <inheritdoc cref="InclusionProof.Stretches"/>
    /// <returns>The proof.</returns>
    /// <exception cref="InvalidDataException">A tile that it takes is not to be had, or has too few hashes.</exception>
    public Task<IReadOnlyList<byte[]>> InclusionAsync(long index, long size, CancellationToken cancellation) =>
        HashesAsync(InclusionProof.Stretches(index, size), size, cancellation);

    /// <inheritdoc cref="ConsistencyProof.Stretches"/>
    /// <returns>The proof.</returns>
    /// <exception cref="InvalidDataException">A tile that it takes is not to be had, or has too few hashes.</exception>
    public Task<IReadOnlyList<byte[]>> ConsistencyAsync(long from, long to, CancellationToken cancellation) =>
        HashesAsync(ConsistencyProof.Stretches(from, to), to, cancellation);

    private async Task<IReadOnlyList<byte[]>> HashesAsync(IReadOnlyList<Stretch> stretches, long size, CancellationToken cancellation)
    {
        var parts = stretches.Select(stretch => stretch.Subtrees().Select(subtree => (Subtree: subtree, Tile: Tile.Of(subtree, size))).ToList()).ToList();
        Tile[] needed = [.. parts.SelectMany(part => part).Select(part => part.Tile).Distinct()];
        var read = needed.Length == 0 ? [] : await tiles.ReadAsync(needed, cancellation).ConfigureAwait(false);
        var hashes = needed.Zip(read).ToDictionary(tile => tile.First, tile => tile.Second);
        return [.. parts.Select(part => Stretch.Hash([.. part.Select(p => p.Tile.HashOf(p.Subtree, hashes[p.Tile]))]))];
    }
}
