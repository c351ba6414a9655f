using System.Security.Cryptography;

namespace GuaranteeTracker.Api.Hosting.Security.Keys;

/// <summary>The keys that no table holds: the bootstrap key, and a developer's own. Only their hashes are kept; they are compared in constant time.</summary>
internal sealed class SettingsKeys
{
    public const int ShortestKey = 16, LongestKey = 512;

    private readonly List<SettingsKey> _keys = [];

    /// <param name="isHome">Development on loopback only: then, without a bootstrap key, an analyst key is made.</param>
    public static async Task<SettingsKeys> CollectAsync(Settings settings, Database database, bool isHome, CancellationToken cancellation)
    {
        var keys = new SettingsKeys();
        if (settings.BootstrapKey is { Length: > 0 } bootstrap)
        {
            try
            {
                keys.Add(bootstrap, new("bootstrap", Role.Admin), untilFirstAdmin: true);
            }
            catch (InvalidOperationException e)
            {
                throw new StartException($"GuaranteeTracker:BootstrapKey cannot be used. {e.Message}", e);
            }
        }
        else if (isHome)
        {
            var path = Path.Combine(database.DataDirectory, DevelopmentKey.FileName);
            try
            {
                keys.Add(await DevelopmentKey.EnsureAsync(path, cancellation), new("development", Role.Analyst));
            }
            catch (Exception e) when (e is InvalidOperationException or IOException or UnauthorizedAccessException)
            {
                throw new StartException($"The key in {path} cannot be used. {e.Message} Remove the file to have one made, or set GuaranteeTracker:DataDirectory.", e);
            }

            await Console.Out.WriteLineAsync($"A key for recording is in {path}");
        }

        return keys;
    }

    /// <param name="untilFirstAdmin">Whether it is accepted no longer once a key with the role admin was stored.</param>
    /// <exception cref="InvalidOperationException">The key is too short to be safe.</exception>
    public void Add(string key, KeyHolder holder, bool untilFirstAdmin = false)
    {
        if (key.Length is < ShortestKey or > LongestKey)
        {
            throw new InvalidOperationException($"The key of {holder.Name} has {key.Length} characters; use between {ShortestKey} and {LongestKey}, and make it random.");
        }

        _keys.Add(new(KeyText.Hash(key), holder, untilFirstAdmin));
    }

    public SettingsKey? Find(byte[] hash)
    {
        SettingsKey? found = null;
        foreach (var key in _keys)
        {
            found = CryptographicOperations.FixedTimeEquals(key.Hash, hash) ? key : found;
        }

        return found;
    }
}

/// <param name="UntilFirstAdmin">Whether it is accepted no longer once a key with the role admin was stored.</param>
internal sealed record SettingsKey(byte[] Hash, KeyHolder Holder, bool UntilFirstAdmin);
