namespace GuaranteeTracker.Ledger.Notes;

/// <summary>A checkpoint whose signature was found right.</summary>
public sealed record SignedCheckpoint(SignedNote Note, CheckpointText Checkpoint)
{
    /// <summary>Reads a note of the log.</summary>
    /// <param name="keys">The log's: the one that signs now, and those that did before.</param>
    /// <returns>Null, with the reason, for anything else: what is not signed says nothing.</returns>
    public static SignedCheckpoint? Read(string note, IReadOnlyList<NoteKey> keys, out string? because)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (SignedNote.Parse(note, out because) is not { } signed)
        {
            return null;
        }

        var checkpoint = CheckpointText.Parse(signed.Text);
        because =
            checkpoint is null ? "The note is none of a checkpoint."
            : !keys.Any(key => key.Name == checkpoint.Origin && key.HasSigned(signed)) ? $"The note is not signed with the log's key, {string.Join(" or ", keys.Select(key => $"{key.Name}+{key.KeyId:x8}"))}."
            : null;
        return because is null ? new(signed, checkpoint!) : null;
    }
}
