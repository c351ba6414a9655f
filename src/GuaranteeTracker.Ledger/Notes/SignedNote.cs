namespace GuaranteeTracker.Ledger.Notes;

/// <summary>Text with signatures (C2SP signed-note).</summary>
/// <param name="Text">Ends with a line feed.</param>
/// <param name="Signatures">In the order of their lines.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    private const int Longest = 64 * 1024, MostSignatures = 32;

    /// <summary>The note as it is published.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(signature => $"{signature}\n"))}";

    /// <summary>Reads a note. Whether a signature is right, <see cref="NoteKey.HasSigned"/> tells.</summary>
    /// <param name="note">The note as it is published.</param>
    /// <param name="because">Null where it is one.</param>
    /// <returns>Null, with the reason, for anything that is no signed note.</returns>
    public static SignedNote? Parse(string note, out string? because)
    {
        ArgumentNullException.ThrowIfNull(note);
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        because =
            note.Length > Longest ? "It is too long for a signed note."
            : note.Any(c => c < ' ' && c != '\n') ? "A signed note has no control characters but line feeds."
            : end < 0 || !note.EndsWith('\n') ? "A signed note is a text, an empty line and signatures, each line ended by a line feed."
            : null;
        if (because is not null)
        {
            return null;
        }

        var lines = note[(end + 2)..].Split('\n')[..^1];
        var signatures = lines.Select(NoteSignature.Parse).ToList();
        because = lines.Length is 0 or > MostSignatures || signatures.Contains(null) ? $"After the empty line a signed note has 1 to {MostSignatures} lines with signatures, and nothing else." : null;
        return because is null ? new(note[..(end + 1)], signatures!) : null;
    }
}
