using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace GuaranteeTracker.Api.Hosting.Security.Keys;

/// <summary>
/// How a key is written: <c>gt_</c>, 256 random bits in 43 digits of base 62, and in 6 more the CRC-32 (IEEE 802.3) of the 46 characters before.
/// So a typo is told apart from a key that is not in force, and who searches files for secrets finds keys, and little else.
/// </summary>
internal static class KeyText
{
    public const string Prefix = "gt_";

    public const int Length = 3 + SecretLength + ChecksumLength;

    private const int SecretBytes = 32, SecretLength = 43, ChecksumLength = 6;

    private static readonly Regex _key = new("gt_[0-9A-Za-z]{12,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public static string Make()
    {
        var body = Prefix + Base62.Write(RandomNumberGenerator.GetBytes(SecretBytes), SecretLength);
        return body + Checksum(body);
    }

    /// <summary>Whether it was written by <see cref="Make"/>, as far as can be told without looking it up.</summary>
    public static bool IsWhole(string text) =>
        text.Length == Length && IsMeantAsKey(text) && Base62.IsWritten(text.AsSpan(Prefix.Length)) && text.EndsWith(Checksum(text[..^ChecksumLength]), StringComparison.Ordinal);

    /// <summary>Whether it begins as keys do, whole or not.</summary>
    public static bool IsMeantAsKey(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>What a key is known by where it is stored: SHA-256, which needs no salt for 256 random bits.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>The text without any key in it, whole or nearly: for logs.</summary>
    public static string Mask(string text) => _key.Replace(text, Prefix + "…");

    private static string Checksum(string body)
    {
        Span<byte> checksum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc32.HashToUInt32(Encoding.ASCII.GetBytes(body)));
        return Base62.Write(checksum, ChecksumLength);
    }
}
