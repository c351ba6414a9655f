using System.Numerics;

namespace GuaranteeTracker.Ledger.Trees;

/// <summary>
/// Consecutive leaves that have one Merkle tree hash in a proof: either a complete subtree, or the right edge of a tree, which is several,
/// each smaller than the one before.
/// </summary>
/// <param name="Start">Index of the first leaf: a multiple of a power of two not smaller than the length.</param>
/// <param name="End">Exclusive.</param>
public readonly record struct Stretch(long Start, long End)
{
    /// <summary>The complete subtrees it consists of, from left to right.</summary>
    public IReadOnlyList<Subtree> Subtrees()
    {
        var parts = new List<Subtree>();
        for (var (start, left) = (Start, End - Start); left > 0;)
        {
            var height = BitOperations.Log2((ulong)left);
            parts.Add(new(height, start >> height));
            start += 1L << height;
            left -= 1L << height;
        }

        return parts;
    }

    /// <summary>Its hash.</summary>
    /// <param name="subtrees">The hashes of its <see cref="Subtrees"/>, in their order; at least one.</param>
    public static byte[] Hash(IReadOnlyList<byte[]> subtrees)
    {
        ArgumentNullException.ThrowIfNull(subtrees);
        var hash = subtrees[^1];
        for (var i = subtrees.Count - 2; i >= 0; i--)
        {
            hash = TreeHash.OfNode(subtrees[i], hash);
        }

        return hash;
    }
}
