using System.Numerics;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Ledger;

/// <summary>
/// The right edge of an RFC 6962 tree: the roots of its complete subtrees, largest first. Enough to go on and to tell the root,
/// in 32 bytes for every one in the size's binary form. Not for two threads at once.
/// </summary>
public sealed class Frontier
{
    private const int HashLength = TreeHash.Length;

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

    /// <summary>Adds a leaf behind the last one.</summary>
    /// <param name="leafHash">Of 32 bytes: <see cref="Leaf.Hash"/>.</param>
    /// <param name="tiles">Told the root of each subtree of 256, 65,536, … leaves that is complete now, smallest first.</param>
    /// <exception cref="ArgumentException">The hash has another length.</exception>
    public void Append(byte[] leafHash, ICollection<TileHash>? tiles = null)
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
        var height = 0;
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            TreeHash.OfNode(At(--count), root, root);
            if (++height % Tile.Height == 0)
            {
                tiles?.Add(new(height / Tile.Height, (next >> height) - 1, root.ToArray()));
            }
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
            return TreeHash.Empty();
        }

        var root = At(--count).ToArray();
        while (count > 0)
        {
            TreeHash.OfNode(At(--count), root, root);
        }

        return root;
    }

    private Span<byte> At(int index) => _roots.AsSpan(index * HashLength, HashLength);
}
