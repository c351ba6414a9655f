using System.Globalization;
using GuaranteeTracker.Ledger.Notes;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Api.Verifying;

/// <summary>Checkpoints that somebody kept outside: the tree has to hold each of them unchanged, whoever signed what is there now.</summary>
internal sealed class Remembered(IEnumerable<RememberedNote> notes, Faults faults)
{
    private readonly Queue<RememberedNote> _notes = new(notes.OrderBy(note => note.Checkpoint.Size));

    /// <summary>The size at which the next one can be compared.</summary>
    public long? Next => _notes.TryPeek(out var note) ? note.Checkpoint.Size : null;

    /// <summary>Compares those of the size that the tree has now.</summary>
    /// <param name="root">Null where leaves are missing.</param>
    public void Compare(long size, Func<byte[]>? root)
    {
        while (Next <= size)
        {
            var note = _notes.Dequeue();
            var now = note.Checkpoint.Size == 0 ? TreeHash.Empty() : note.Checkpoint.Size == size ? root?.Invoke() : null;
            if (now is null || !note.Checkpoint.Root.Span.SequenceEqual(now))
            {
                faults.Add(new($"{note.Name} says another root for this size: the record was rewritten since.", Checkpoint: note.Checkpoint.Size));
            }
        }
    }

    /// <summary>Those that are larger than the tree is.</summary>
    public void End(long size)
    {
        while (_notes.TryDequeue(out var note))
        {
            faults.Add(new(
                string.Create(CultureInfo.InvariantCulture, $"{note.Name} knows more leaves than the ledger has, which ends at {size}: an older state was put in its place, or its end was cut off."),
                Checkpoint: note.Checkpoint.Size));
        }
    }
}

/// <param name="Name">Where it was kept, as a sentence begins.</param>
internal sealed record RememberedNote(string Name, CheckpointText Checkpoint);
