using System.Security.Cryptography;

namespace GuaranteeTracker.Ledger.Tests;

/// <summary>The definitions of RFC 6962, 2.1, word for word.</summary>
internal static class Naive
{
    public static byte[] Leaf(byte[] data) => SHA256.HashData([0, .. data]);

    /// <summary>MTH of leaves that are hashed already.</summary>
    public static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length < 2)
        {
            return leaves.IsEmpty ? SHA256.HashData([]) : leaves[0];
        }

        var k = Split(leaves.Length);
        return SHA256.HashData([1, .. Root(leaves[..k]), .. Root(leaves[k..])]);
    }

    /// <summary>PATH(m, D[n]) of RFC 6962, 2.1.1.</summary>
    public static IReadOnlyList<byte[]> Path(int index, ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length < 2)
        {
            return [];
        }

        var k = Split(leaves.Length);
        return index < k ? [.. Path(index, leaves[..k]), Root(leaves[k..])] : [.. Path(index - k, leaves[k..]), Root(leaves[..k])];
    }

    /// <summary>PROOF(m, D[n]) of RFC 6962, 2.1.2.</summary>
    public static IReadOnlyList<byte[]> Consistency(int from, ReadOnlySpan<byte[]> leaves) => from == 0 ? [] : Subproof(from, leaves, isWhole: true);

    private static IReadOnlyList<byte[]> Subproof(int from, ReadOnlySpan<byte[]> leaves, bool isWhole)
    {
        if (from == leaves.Length)
        {
            return isWhole ? [] : [Root(leaves)];
        }

        var k = Split(leaves.Length);
        return from <= k ? [.. Subproof(from, leaves[..k], isWhole), Root(leaves[k..])] : [.. Subproof(from - k, leaves[k..], isWhole: false), Root(leaves[..k])];
    }

    private static int Split(int count)
    {
        var k = 1;
        while (2 * k < count)
        {
            k *= 2;
        }

        return k;
    }
}
