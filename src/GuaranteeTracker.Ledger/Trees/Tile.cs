namespace GuaranteeTracker.Ledger.Trees;

/// <summary>
/// Up to 256 consecutive hashes of the tree (C2SP tlog-tiles): on level 0 of leaves, on level n of complete subtrees of 256^n leaves.
/// From tiles every proof can be made.
/// </summary>
/// <param name="Level">From 0 to 7: more levels than there can be leaves for.</param>
/// <param name="Index">From 0.</param>
/// <param name="Width">How many hashes it has, from 1 to 256.</param>
public readonly record struct Tile(int Level, long Index, int Width)
{
    /// <summary>Hashes of a full tile.</summary>
    public const int Full = 256;

    /// <summary>A full tile spans a subtree of this height, counted from its own hashes.</summary>
    public const int Height = 8;

    /// <summary>No tree has tiles on or above it.</summary>
    public const int Levels = 8;

    /// <summary>Place of its first hash on its level.</summary>
    public long First => Index * Full;

    /// <summary>The tile that holds the hashes from which the subtree's is made, as it is in a tree of that size.</summary>
    /// <param name="subtree">Complete in that tree.</param>
    /// <param name="size">Number of leaves of the tree: it says how wide the last tile of a level is.</param>
    public static Tile Of(Subtree subtree, long size)
    {
        var level = subtree.Height / Height;
        var first = subtree.Index << (subtree.Height % Height);
        var index = first / Full;
        return new(level, index, (int)Math.Min(Full, (size >> (level * Height)) - index * Full));
    }

    /// <summary>The hash of a subtree whose hashes this tile holds.</summary>
    /// <param name="hashes">The tile's.</param>
    public byte[] HashOf(Subtree subtree, ReadOnlySpan<byte> hashes)
    {
        var width = 1 << (subtree.Height % Height);
        var at = (int)((subtree.Index << (subtree.Height % Height)) - First);
        return TreeHash.OfComplete(hashes.Slice(at * TreeHash.Length, width * TreeHash.Length));
    }
}
