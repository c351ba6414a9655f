using GuaranteeTracker.Api.Hosting.Security;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>Gathers the bearer keys that are in force when the service starts.</summary>
internal static class Keys
{
    /// <param name="isHome">Development on loopback only: then, without a bootstrap key, an analyst key is made.</param>
    public static async Task<KeyRing> CollectAsync(Settings settings, Database database, bool isHome, CancellationToken cancellation)
    {
        var keys = new KeyRing();
        if (settings.BootstrapKey is { Length: > 0 } bootstrap)
        {
            try
            {
                keys.Add(bootstrap, new("bootstrap", Role.Admin));
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
}
