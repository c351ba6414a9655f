using System.Numerics;
using System.Security.Cryptography;

namespace GuaranteeTracker.Ledger;

/// <summary>
/// The right edge of an RFC 6962 tree: the roots of its complete subtrees, largest first. Enough to go on and to tell the root,
/// in 32 bytes for every one in the size's binary form. Not for two threads at once.
/// </summary>
public sealed class Frontier
{
    private const int HashLength = SHA256.HashSizeInBytes;

    // Size's highest bit first, as many roots as it has ones; what lies behind them means nothing.
    private readonly byte[] _roots = new byte[63 * HashLength];

    private Frontier(long size, ReadOnlySpan<byte> roots)
    {
        Size = size;
        roots.CopyTo(_roots);
    }

    /// <summary>Number of leaves.</summary>
    public long Size { get; private set; }

    private int Count => BitOperations.PopCount((ulong)Size);

    /// <summary>Of no leaf at all.</summary>
    public static Frontier Empty() => new(0, []);

    /// <summary>Goes on where <see cref="Write"/> left off. Whether the hashes are right, only a comparison of <see cref="Root"/> can tell.</summary>
    /// <exception cref="FormatException">A tree of that size has another number of roots, or none has that size.</exception>
    public static Frontier Read(long size, ReadOnlySpan<byte> roots) =>
        size >= 0 && roots.Length == HashLength * BitOperations.PopCount((ulong)size)
            ? new(size, roots)
            : throw new FormatException($"{roots.Length} bytes are not the edge of a tree of {size} leaves.");

    /// <summary>The subtrees' roots one after another, for <see cref="Read"/>.</summary>
    public byte[] Write() => _roots[..(HashLength * Count)];

    /// <param name="leafHash">Of 32 bytes: <see cref="Leaf.Hash"/>.</param>
    /// <exception cref="ArgumentException">It has another length.</exception>
    public void Append(byte[] leafHash)
    {
        ArgumentNullException.ThrowIfNull(leafHash);
        if (leafHash.Length != HashLength)
        {
            throw new ArgumentException($"A leaf's hash has {HashLength} bytes, not {leafHash.Length}.", nameof(leafHash));
        }

        var next = checked(Size + 1);
        Span<byte> root = stackalloc byte[HashLength];
        leafHash.CopyTo(root);
        var count = Count;
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            Join(At(--count), root);
        }

        root.CopyTo(At(count));
        Size = next;
    }

    /// <summary>The Merkle tree hash (RFC 6962, 2.1); of no leaf at all: SHA-256 of nothing.</summary>
    /// <returns>32 bytes.</returns>
    public byte[] Root()
    {
        var count = Count;
        if (count == 0)
        {
            return SHA256.HashData([]);
        }

        var root = At(--count).ToArray();
        while (count > 0)
        {
            Join(At(--count), root);
        }

        return root;
    }

    private Span<byte> At(int index) => _roots.AsSpan(index * HashLength, HashLength);

    /// <summary>Makes the right root that of both.</summary>
    private static void Join(ReadOnlySpan<byte> left, Span<byte> right)
    {
        Span<byte> node = stackalloc byte[1 + 2 * HashLength];
        node[0] = 1;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + HashLength)..]);
        SHA256.HashData(node, right);
    }
}
