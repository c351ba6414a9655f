using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GuaranteeTracker.Api.Recording;

/// <summary>
/// The id of an event is that of its place in its stream (UUID version 8, RFC 9562), so that an append repeated after a
/// lost reply can never be stored twice: the ids are unique in the database.
/// </summary>
internal static class EventIds
{
    public static Guid At(string stream, long version)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{stream}/{version}")), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
