using System.Security.Cryptography;

namespace GuaranteeTracker.Ledger.Trees;

/// <summary>The hashes of a Merkle tree (RFC 6962, 2.1), each of 32 bytes.</summary>
public static class TreeHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>The root of a tree without leaves: SHA-256 of nothing.</summary>
    public static byte[] Empty() => SHA256.HashData([]);

    /// <summary>SHA-256 of a zero byte and what the leaf holds.</summary>
    public static byte[] OfLeaf(ReadOnlySpan<byte> content)
    {
        byte[] prefixed = [0, .. content];
        return SHA256.HashData(prefixed);
    }

    /// <summary>SHA-256 of a one byte and both hashes.</summary>
    /// <exception cref="ArgumentException">One of them is no hash.</exception>
    public static byte[] OfNode(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var parent = new byte[Length];
        OfNode(left, right, parent);
        return parent;
    }

    /// <param name="parent">Where the hash goes; may be one of the two.</param>
    /// <inheritdoc cref="OfNode(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    public static void OfNode(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> parent)
    {
        if (left.Length != Length || right.Length != Length)
        {
            throw new ArgumentException($"A hash has {Length} bytes.", left.Length == Length ? nameof(right) : nameof(left));
        }

        Span<byte> node = stackalloc byte[1 + 2 * Length];
        node[0] = 1;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + Length)..]);
        SHA256.HashData(node, parent);
    }

    /// <summary>The root over the given hashes, one after another, as many as a power of two.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static byte[] OfComplete(ReadOnlySpan<byte> hashes)
    {
        if (hashes.Length % Length != 0 || !System.Numerics.BitOperations.IsPow2(hashes.Length / Length))
        {
            throw new ArgumentException($"{hashes.Length} bytes are not the hashes of a complete subtree.", nameof(hashes));
        }

        var level = hashes.ToArray();
        for (var count = hashes.Length / Length; count > 1; count /= 2)
        {
            for (var i = 0; i < count / 2; i++)
            {
                OfNode(level.AsSpan(2 * i * Length, Length), level.AsSpan((2 * i + 1) * Length, Length), level.AsSpan(i * Length, Length));
            }
        }

        return level[..Length];
    }
}
