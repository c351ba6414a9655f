using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording.Signing;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Api.Verifying;

/// <summary>The public halves of the keys with which this installation signs and signed, and what it keeps outside of the database.</summary>
internal static class OwnKeys
{
    /// <returns>None where there is no key: none is made here.</returns>
    /// <exception cref="StartException">What is there cannot be used.</exception>
    public static async Task<IReadOnlyList<NoteKey>> ReadAsync(Settings settings, string dataDirectory, CancellationToken cancellation)
    {
        if (settings.LedgerKey is not { Length: > 0 } && !File.Exists(Path.Combine(dataDirectory, LedgerKeyFile.Name)))
        {
            return [];
        }

        using var keys = await LedgerKeys.OpenAsync(settings, dataDirectory, cancellation);
        return keys.All;
    }

    /// <summary>The last checkpoint that this node signed.</summary>
    public static async Task<IReadOnlyList<RememberedNote>> NotesAsync(string dataDirectory, IReadOnlyList<NoteKey> keys, CancellationToken cancellation)
    {
        var kept = new KeptNote(dataDirectory).Path;
        return File.Exists(kept) && keys.Count > 0 ? [await KeysGiven.NoteAsync(kept, keys, cancellation)] : [];
    }
}
