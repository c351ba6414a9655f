using System.Security.Cryptography;
using System.Text;

namespace GuaranteeTracker.Api.Hosting.Security;

/// <summary>The bearer keys in force. Only their hashes are kept; they are compared in constant time.</summary>
internal sealed class KeyRing
{
    public const int ShortestKey = 16, LongestKey = 512;

    private readonly List<(byte[] Hash, KeyHolder Holder)> _keys = [];

    /// <exception cref="InvalidOperationException">The key is too short to be safe.</exception>
    public void Add(string key, KeyHolder holder)
    {
        if (key.Length is < ShortestKey or > LongestKey)
        {
            throw new InvalidOperationException($"The key of {holder.Name} has {key.Length} characters; use between {ShortestKey} and {LongestKey}, and make it random.");
        }

        _keys.Add((Hash(key), holder));
    }

    public KeyHolder? Find(string key)
    {
        var hash = Hash(key);
        KeyHolder? found = null;
        foreach (var (known, holder) in _keys)
        {
            found = CryptographicOperations.FixedTimeEquals(known, hash) ? holder : found;
        }

        return found;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

/// <summary>Whose key it is.</summary>
/// <param name="Name">Known to this installation only; events carry a pseudonym.</param>
internal sealed record KeyHolder(string Name, Role Role);
