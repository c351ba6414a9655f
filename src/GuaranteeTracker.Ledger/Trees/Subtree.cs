namespace GuaranteeTracker.Ledger.Trees;

/// <summary>A complete subtree: the leaves from <c>Index · 2^Height</c>, 2^Height of them.</summary>
/// <param name="Height">0 for a leaf, at most 62.</param>
/// <param name="Index">Its place among the subtrees of that height, from 0.</param>
public readonly record struct Subtree(int Height, long Index)
{
    /// <summary>The index of its first leaf.</summary>
    public long Start => Index << Height;

    /// <summary>The index behind its last leaf.</summary>
    public long End => (Index + 1) << Height;
}
