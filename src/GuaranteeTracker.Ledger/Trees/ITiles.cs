namespace GuaranteeTracker.Ledger.Trees;

/// <summary>Where a tree's tiles come from: a database, a service.</summary>
public interface ITiles
{
    /// <summary>The hashes of each tile, one after another; in the order of the tiles.</summary>
    /// <exception cref="InvalidDataException">One of them is not to be had, or has not so many hashes.</exception>
    Task<IReadOnlyList<byte[]>> ReadAsync(IReadOnlyList<Tile> tiles, CancellationToken cancellation);
}
