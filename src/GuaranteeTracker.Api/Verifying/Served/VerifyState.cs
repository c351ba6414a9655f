using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Api.Verifying.Served;

/// <summary>What a verification over HTTP remembers for the next one: the log's key and its last checkpoint.</summary>
/// <param name="directory">Null: nothing.</param>
internal sealed class VerifyState(string? directory)
{
    private string LogKey => Path.Combine(directory!, "log.key");

    private string Last => Path.Combine(directory!, "last.note");

    /// <param name="given">Wins over what the service shows, and has to be what is remembered.</param>
    /// <exception cref="UnusableInputException">It is not.</exception>
    public async Task<NoteKey> KeyAsync(NoteKey? given, LogClient log, CancellationToken cancellation)
    {
        if (directory is null)
        {
            return given ?? await log.KeyAsync(cancellation);
        }

        var remembered = File.Exists(LogKey) ? await KeysGiven.ReadAsync(LogKey, cancellation) : null;
        if (given is not null && remembered is not null && given.ToString() != remembered.ToString())
        {
            throw new UnusableInputException($"--key-of-log is not the key that {LogKey} remembers. Where the log's key was changed on purpose, begin with an empty directory.");
        }

        if (remembered is null)
        {
            remembered = given ?? await log.KeyAsync(cancellation);
            Directory.CreateDirectory(directory);
            await File.WriteAllTextAsync(LogKey, $"{remembered}\n", cancellation);
        }

        return remembered;
    }

    public async Task<IReadOnlyList<RememberedNote>> NotesAsync(NoteKey key, CancellationToken cancellation) =>
        directory is not null && File.Exists(Last) ? [await KeysGiven.NoteAsync(Last, [key], cancellation)] : [];

    public async Task KeepAsync(SignedNote note, CancellationToken cancellation)
    {
        if (directory is not null)
        {
            await File.WriteAllTextAsync($"{Last}.part", note.ToString(), cancellation);
            File.Move($"{Last}.part", Last, overwrite: true);
        }
    }
}
