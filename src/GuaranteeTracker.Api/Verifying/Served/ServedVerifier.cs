using System.Text.Json;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Api.Verifying.Served;

/// <summary>Checks a log over HTTP alone: its signature, its tree, and, for whoever may read them, its events.</summary>
/// <param name="notes">Checkpoints that were kept.</param>
internal sealed class ServedVerifier(LogClient log, NoteKey key, IReadOnlyList<RememberedNote> notes)
{
    private readonly Faults _faults = new();

    /// <summary>The newest checkpoint, if it was signed.</summary>
    public SignedCheckpoint? Last { get; private set; }

    /// <param name="withEvents">Whether to hash the events too; it takes a key of the role reader.</param>
    /// <param name="progress">Told how many leaves and events are done.</param>
    /// <exception cref="LogAwayException">The service does not answer, or its log is too large for its events to be checked.</exception>
    public async Task<VerifyReport> RunAsync(bool withEvents, Action<long> progress, CancellationToken cancellation)
    {
        if (await log.CheckpointAsync(cancellation) is not { } note)
        {
            return notes.Count == 0 ? throw new LogAwayException($"{log.Address}log/checkpoint has no signed checkpoint yet.")
                : Unsound($"{notes[0].Name} says {notes[0].Checkpoint.Size} leaves, and the log that it has no signed checkpoint: everything was taken away, or something else was put in its place.");
        }

        Last = SignedCheckpoint.Read(note, [key], out var because);
        if (Last is not { Checkpoint: var checkpoint })
        {
            return Unsound(because!);
        }

        var tiles = new SameTiles(log);
        var events = withEvents ? new ServedEvents(log, tiles, checkpoint, _faults) : null;
        try
        {
            await new ServedTree(tiles, new(notes, _faults), _faults).CheckAsync(checkpoint.Size, checkpoint.Root, progress, cancellation);
            await (events?.CheckAsync(count => progress(checkpoint.Size + count), cancellation) ?? Task.CompletedTask);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or KeyNotFoundException or FormatException or JsonException)
        {
            _faults.Add(new(e is InvalidDataException ? e.Message : $"The service answers with something that cannot be read: {e.Message}"));
        }

        return new(
            events?.Count ?? 0, checkpoint.Size, 1, checkpoint.Size, Convert.ToBase64String(checkpoint.Root.Span), checkpoint.Sequence, checkpoint.At, 1, _faults.Kept, _faults.Count, events?.Uncovered ?? 0, 0, 0);
    }

    /// <summary>Nothing more can be checked.</summary>
    private VerifyReport Unsound(string because)
    {
        _faults.Add(new(because));
        return new(0, 0, 0, 0, null, 0, null, 0, _faults.Kept, _faults.Count, 0, 0, 0);
    }
}
