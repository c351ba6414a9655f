using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Api.Verifying;

/// <summary>The last checkpoint that this node signed, which it keeps outside of the database.</summary>
internal static class OwnNotes
{
    private const string Name = "ledger.note";

    public static async Task<IReadOnlyList<RememberedNote>> ReadAsync(string dataDirectory, IReadOnlyList<NoteKey> keys, CancellationToken cancellation)
    {
        var file = Path.Combine(dataDirectory, Name);
        return File.Exists(file) && keys.Count > 0 ? [await KeysGiven.NoteAsync(file, keys, cancellation)] : [];
    }
}
