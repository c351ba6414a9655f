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

        var k = 1;
        while (2 * k < leaves.Length)
        {
            k *= 2;
        }

        return SHA256.HashData([1, .. Root(leaves[..k]), .. Root(leaves[k..])]);
    }
}
