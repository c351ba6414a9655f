using GuaranteeTracker.Ledger;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Api.Verifying.Stored;

/// <summary>Checks checkpoints, from the first to the last: against the leaves before them, against each other, and against their notes.</summary>
/// <param name="keys">None: there is nothing to check signatures with.</param>
/// <param name="signedFrom">The size of one that is known to be signed; null: nothing outside the database says so.</param>
internal sealed class CheckpointCheck(IReadOnlyList<NoteKey> keys, long? signedFrom, Faults faults)
{
    public long Count { get; private set; }

    public long Signed { get; private set; }

    public CheckpointRow? Last { get; private set; }

    /// <param name="frontier">Of all leaves before its size; null where some are missing.</param>
    /// <returns>Where the tree goes on: that same frontier, or what the checkpoint says where the leaves do not lead to it.</returns>
    public Frontier? Check(CheckpointRow row, Frontier? frontier)
    {
        Count++;
        CheckOrder(row);
        var edge = Edge(row);
        if (edge is null)
        {
            Tell(row, "Its edge does not give its root.");
        }

        var leads = frontier?.Size == row.Size && frontier.Root().AsSpan().SequenceEqual(row.Root);
        if (!leads)
        {
            Tell(row, frontier?.Size == row.Size ? "Its root is not that of its leaves." : "Not all of its leaves are there.");
        }
        else if (!frontier!.Write().AsSpan().SequenceEqual(row.Edge))
        {
            Tell(row, "Its edge is not that of its leaves.");
        }

        CheckNote(row);
        Last = row;
        return leads ? frontier : edge ?? (frontier?.Size == row.Size ? frontier : null);
    }

    private void CheckOrder(CheckpointRow row)
    {
        if (row.Size <= (Last?.Size ?? 0) || row.Sequence <= (Last?.Sequence ?? 0))
        {
            Tell(row, "Its size and its sequence number are not both greater than those of the checkpoint before it.");
        }

        if (Last is not null && row.At <= Last.At)
        {
            Tell(row, "Its time is not after that of the checkpoint before it.");
        }
    }

    private static Frontier? Edge(CheckpointRow row)
    {
        try
        {
            var edge = Frontier.Read(row.Size, row.Edge);
            return edge.Root().AsSpan().SequenceEqual(row.Root) ? edge : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>After the last one.</summary>
    public void End()
    {
        if (Last is { Note: null } last && keys.Count > 0 && !MustBeSigned(last))
        {
            Tell(last, "It has no signature, and the log has a key: it was taken away, unless none was made yet since an upgrade from a version that did not sign.");
        }
    }

    private bool MustBeSigned(CheckpointRow row) => Signed > 0 || row.Size >= signedFrom;

    /// <summary>Checkpoints of earlier versions have no note: those before the first that has one, or that is known to have had one.</summary>
    private void CheckNote(CheckpointRow row)
    {
        if (row.Note is null)
        {
            if (MustBeSigned(row))
            {
                Tell(row, Signed > 0 ? "It has no signature, and one before it has." : "It has no signature, and one that is not larger is known to have had one: it was taken away.");
            }

            return;
        }

        Signed++;
        if (keys.Count == 0)
        {
            if (Signed == 1)
            {
                Tell(row, "It is signed, and there is no key to check signatures with: give --key-of-log.");
            }
        }
        else if (SignedCheckpoint.Read(row.Note, keys, out var because) is not { } signed)
        {
            Tell(row, because!);
        }
        else if (signed.Note.Signatures.Count > 1 || signed.Note.ToString() != row.Note || new CheckpointText(signed.Checkpoint.Origin, row.Size, row.Root, row.Sequence, row.At).ToString() != signed.Note.Text)
        {
            Tell(row, "What was signed is not what stands here.");
        }
    }

    private void Tell(CheckpointRow row, string what) => faults.Add(new(what, Sequence: row.Sequence, Checkpoint: row.Size));
}
