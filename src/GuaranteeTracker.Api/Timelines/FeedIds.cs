using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>
/// Permanent ids of entries and feeds. They do not depend on where the service is found, so that a move makes nothing new. A claim's is its own; others are
/// made from what they belong to (RFC 9562, version 8), because a shift shares its id with a claim, and nobody keeps a caller from giving it to an encounter too.
/// </summary>
internal static class FeedIds
{
    public static string Of(TimelineItem item) => item is TimelineClaim ? OfClaim(item.Id) : Make($"{ItemWords.Kind(item)}:{item.Id}");

    public static string OfClaim(Guid id) => $"urn:uuid:{id}";

    /// <param name="query">What decides the feed, at whatever K.</param>
    public static string OfFeed(string query) => Make($"timeline?{query}");

    private static string Make(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"guaranteetracker:{name}"))[..16];
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(6), (ushort)((BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(6)) & 0x0FFF) | 0x8000));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }
}
