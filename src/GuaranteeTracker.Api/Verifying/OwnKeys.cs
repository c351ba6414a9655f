using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Api.Verifying;

/// <summary>The public half of the key with which this installation signs.</summary>
internal static class OwnKeys
{
    private const string Name = "ledger.key";

    /// <returns>None where there is no key.</returns>
    public static async Task<IReadOnlyList<NoteKey>> ReadAsync(Settings settings, string dataDirectory, CancellationToken cancellation)
    {
        var file = Path.Combine(dataDirectory, Name);
        if (!File.Exists(file))
        {
            return [];
        }

        var name = settings.PublicUrl is { } url ? $"{url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/')}/log" : "localhost/log";
        using var signer = new NoteSigner(name, await File.ReadAllTextAsync(file, cancellation));
        return [signer.Key];
    }
}
