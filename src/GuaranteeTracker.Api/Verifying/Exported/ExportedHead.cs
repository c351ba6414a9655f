using System.Text.Json;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Api.Verifying.Exported;

/// <summary>What the first line of an export says: the signed checkpoint, and the K at which the record was written down.</summary>
/// <param name="Sequence">K's.</param>
internal sealed record ExportedHead(CheckpointText Checkpoint, long Sequence)
{
    /// <exception cref="UnusableInputException">There is nothing to verify lines against.</exception>
    public static ExportedHead Read(JsonElement head, IReadOnlyList<NoteKey> keys, Faults faults)
    {
        if (!head.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != NdjsonLine.Head)
        {
            throw new UnusableInputException("The first line is no head of an export.");
        }

        if (!head.TryGetProperty("checkpoint", out var note) || note.ValueKind != JsonValueKind.String)
        {
            throw new UnusableInputException("The head of this export names no signed checkpoint: there is nothing to verify the lines against.");
        }

        var checkpoint = ReadNote(note.GetString()!, keys, faults);
        return new(checkpoint, Known(head, checkpoint, faults));
    }

    private static CheckpointText ReadNote(string note, IReadOnlyList<NoteKey> keys, Faults faults)
    {
        if (SignedCheckpoint.Read(note, keys, out var because) is { } signed)
        {
            return signed.Checkpoint;
        }

        faults.Add(new(because!, Line: 1));
        return (SignedNote.Parse(note, out _) is { } unsigned ? CheckpointText.Parse(unsigned.Text) : null)
            ?? throw new UnusableInputException($"The checkpoint in the head cannot be read. {because}");
    }

    /// <summary>K is the checkpoint's moment, or a later one up to which lines follow that it does not cover.</summary>
    private static long Known(JsonElement head, CheckpointText checkpoint, Faults faults)
    {
        try
        {
            var known = head.GetProperty("known");
            var (sequence, at) = (known.GetProperty("sequence").GetInt64(), known.GetProperty("at").GetDateTime());
            if (sequence < checkpoint.Sequence || at < checkpoint.At || (sequence == checkpoint.Sequence && at != checkpoint.At))
            {
                faults.Add(new("The head says another moment than the checkpoint that it names.", Sequence: sequence, Checkpoint: checkpoint.Size, Line: 1));
            }

            return sequence;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or KeyNotFoundException)
        {
            faults.Add(new($"What the head says of the moment cannot be read: {e.Message}", Line: 1));
            return checkpoint.Sequence;
        }
    }
}
