using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Api.Verifying;

/// <summary>Keys and notes as they are given on a command line.</summary>
internal static class KeysGiven
{
    /// <param name="given">The key as /log/key gives it, or a file that holds it.</param>
    /// <exception cref="UnusableInputException">It is neither.</exception>
    public static async Task<NoteKey> ReadAsync(string given, CancellationToken cancellation)
    {
        try
        {
            return NoteKey.Parse((File.Exists(given) ? await File.ReadAllTextAsync(given, cancellation) : given).Trim());
        }
        catch (FormatException e)
        {
            throw new UnusableInputException($"--key-of-log takes a key as /log/key gives it, or a file with one. {e.Message}", e);
        }
    }

    /// <summary>An older checkpoint that somebody kept.</summary>
    /// <exception cref="UnusableInputException">There is none in the file that the log signed.</exception>
    public static async Task<RememberedNote> NoteAsync(string file, IReadOnlyList<NoteKey> keys, CancellationToken cancellation)
    {
        var note = File.Exists(file) ? await File.ReadAllTextAsync(file, cancellation) : throw new UnusableInputException($"There is no file {file}.");
        return SignedCheckpoint.Read(note, keys, out var because) is { } signed
            ? new($"The note in {file}", signed.Checkpoint)
            : throw new UnusableInputException($"{file} holds no checkpoint of this log. {because}");
    }
}
