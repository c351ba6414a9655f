using System.Numerics;
using System.Security.Cryptography;

namespace GuaranteeTracker.Ledger.Trees;

/// <summary>That a tree goes on where a smaller one ended, every leaf of which is in it unchanged (RFC 6962, 2.1.2).</summary>
public static class ConsistencyProof
{
    /// <summary>What the proof's hashes are of, in their order; none where both are the same or the smaller one is empty.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are below zero, or the first is larger.</exception>
    public static IReadOnlyList<Stretch> Stretches(long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        var path = new List<Stretch>();
        if (from == 0 || from == to)
        {
            return path;
        }

        var (start, end) = (0L, to);
        while (from != end)
        {
            var middle = start + InclusionProof.LargestPowerBelow(end - start);
            if (from <= middle)
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

        if (start > 0)
        {
            path.Add(new(start, end)); // else it is the smaller tree's root, which the verifier has
        }

        path.Reverse();
        return path;
    }

    /// <summary>Whether the proof leads from the one root to the other. Nothing that is sent makes it fail otherwise than by saying no.</summary>
    /// <param name="from">Number of leaves of the smaller tree.</param>
    /// <param name="fromRoot">Its root: 32 bytes.</param>
    /// <param name="to">Number of leaves of the larger tree.</param>
    /// <param name="toRoot">Its root: 32 bytes.</param>
    /// <param name="proof">The hashes of <see cref="Stretches"/>, 32 bytes each, in their order.</param>
    public static bool Holds(long from, byte[] fromRoot, long to, byte[] toRoot, IReadOnlyList<byte[]> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (from < 0 || from > to || fromRoot is not { Length: TreeHash.Length } || toRoot is not { Length: TreeHash.Length } || proof.Any(hash => hash is not { Length: TreeHash.Length }))
        {
            return false;
        }

        if (from == 0 || from == to)
        {
            return proof.Count == 0 && Same(fromRoot, from == 0 ? TreeHash.Empty() : toRoot);
        }

        var stretches = Stretches(from, to);
        return stretches.Count == proof.Count && Leads(from, fromRoot, toRoot, stretches, proof);
    }

    /// <summary>Upwards from the last subtree that both share: what lies to its left is in both trees, what lies to its right in the larger one alone.</summary>
    private static bool Leads(long from, byte[] fromRoot, byte[] toRoot, IReadOnlyList<Stretch> stretches, IReadOnlyList<byte[]> proof)
    {
        var isRoot = BitOperations.IsPow2(from); // then the shared subtree is the whole smaller tree
        var shared = isRoot ? fromRoot : proof[0];
        var (smaller, larger) = (shared, shared);
        for (var i = isRoot ? 0 : 1; i < proof.Count; i++)
        {
            if (stretches[i].Start >= from)
            {
                larger = TreeHash.OfNode(larger, proof[i]);
            }
            else
            {
                (smaller, larger) = (TreeHash.OfNode(proof[i], smaller), TreeHash.OfNode(proof[i], larger));
            }
        }

        return Same(smaller, fromRoot) && Same(larger, toRoot);
    }

    private static bool Same(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);
}
