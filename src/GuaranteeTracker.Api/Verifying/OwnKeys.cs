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

        using var keys = await LedgerKeys.OpenAsync(await NamedAsync(settings, dataDirectory, cancellation), dataDirectory, cancellation);
        return keys.All;
    }

    /// <summary>A command is often given fewer settings than the service. Where none names the log, the note does that this node kept.</summary>
    private static async Task<Settings> NamedAsync(Settings settings, string dataDirectory, CancellationToken cancellation)
    {
        var isNamed = settings.LedgerName is { Length: > 0 } || settings.PublicUrl is not null;
        return !isNamed && await new KeptNote(dataDirectory).ReadAsync(cancellation) is { } note && SignedNote.Parse(note, out _) is { } signed && CheckpointText.Parse(signed.Text) is { } kept
            ? settings with { LedgerName = kept.Origin }
            : settings;
    }

    /// <summary>The first and the last checkpoint that this node knows to be signed.</summary>
    public static async Task<IReadOnlyList<RememberedNote>> NotesAsync(string dataDirectory, IReadOnlyList<NoteKey> keys, CancellationToken cancellation)
    {
        var (kept, notes) = (new KeptNote(dataDirectory), new List<RememberedNote>());
        foreach (var file in new[] { kept.FirstPath, kept.Path }.Where(file => File.Exists(file) && keys.Count > 0))
        {
            notes.Add(await KeysGiven.NoteAsync(file, keys, cancellation));
        }

        return notes;
    }
}
