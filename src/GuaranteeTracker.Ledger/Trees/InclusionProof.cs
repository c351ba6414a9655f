using System.Numerics;
using System.Security.Cryptography;

namespace GuaranteeTracker.Ledger.Trees;

/// <summary>That a leaf is in a tree, at its place (RFC 6962, 2.1.1): the hashes beside its way up, from the leaf's sibling to the root's child.</summary>
public static class InclusionProof
{
    /// <summary>What the proof's hashes are of, in their order.</summary>
    /// <param name="index">The leaf's, from 0.</param>
    /// <param name="size">Number of leaves of the tree.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf in such a tree.</exception>
    public static IReadOnlyList<Stretch> Stretches(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<Stretch>();
        for (var (start, end) = (0L, size); end - start > 1;)
        {
            var middle = start + LargestPowerBelow(end - start);
            if (index < middle)
            {
                path.Add(new(middle, end));
                end = middle;
            }
            else
            {
                path.Add(new(start, middle));
                start = middle;
            }
        }

        path.Reverse();
        return path;
    }

    /// <summary>Whether the proof leads from the leaf to the root. Nothing that is sent makes it fail otherwise than by saying no.</summary>
    /// <param name="leaf">The leaf's hash: 32 bytes.</param>
    /// <param name="index">The leaf's, from 0.</param>
    /// <param name="size">Number of leaves of the tree.</param>
    /// <param name="proof">The hashes of <see cref="Stretches"/>, 32 bytes each, in their order.</param>
    /// <param name="root">The tree's: 32 bytes.</param>
    public static bool Holds(byte[] leaf, long index, long size, IReadOnlyList<byte[]> proof, byte[] root)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (index < 0 || index >= size || leaf is not { Length: TreeHash.Length } || proof.Any(hash => hash is not { Length: TreeHash.Length }))
        {
            return false;
        }

        var stretches = Stretches(index, size);
        if (stretches.Count != proof.Count)
        {
            return false;
        }

        var hash = leaf;
        for (var i = 0; i < proof.Count; i++)
        {
            hash = stretches[i].Start > index ? TreeHash.OfNode(hash, proof[i]) : TreeHash.OfNode(proof[i], hash);
        }

        return CryptographicOperations.FixedTimeEquals(hash, root);
    }

    /// <summary>The largest power of two that is smaller: where RFC 6962 divides a tree.</summary>
    /// <param name="size">At least 2.</param>
    internal static long LargestPowerBelow(long size) => 1L << BitOperations.Log2((ulong)size - 1);
}
