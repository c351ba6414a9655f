using System.Globalization;
using GuaranteeTracker.Api.Verifying.Served;
using GuaranteeTracker.Ledger.Notes;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Api.Witnessing;

/// <summary>Remembers the last checkpoint it saw of a log, and cosigns the next one only where that goes on from it.</summary>
/// <param name="pinned">The log's key; null: the one it shows at first is remembered.</param>
internal sealed class Witness(LogClient log, WitnessFolder folder, NoteSigner signer, NoteKey? pinned)
{
    /// <exception cref="WitnessException">What it keeps cannot be used.</exception>
    public async Task<Look> LookAsync(CancellationToken cancellation)
    {
        try
        {
            return await LookAsync(await KeyAsync(cancellation), cancellation);
        }
        catch (LogAwayException e)
        {
            return new(LookResult.Away, null, e.Message);
        }
    }

    private async Task<Look> LookAsync(NoteKey key, CancellationToken cancellation)
    {
        var last = await LastAsync(key, cancellation);
        if (await log.CheckpointAsync(cancellation) is not { } note)
        {
            return last is null ? throw new LogAwayException($"{log.Address}log/checkpoint has no signed checkpoint yet.")
                : await RefusedAsync(null, Invariant($"The log says that it has no signed checkpoint, and had {last.Checkpoint.Size} leaves before: everything was taken away, or something else was put in its place."), "", last, cancellation);
        }

        if (SignedNote.Parse(note, out var because) is null)
        {
            throw new LogAwayException($"{log.Address}log/checkpoint gives no signed note. {because}");
        }

        var next = SignedCheckpoint.Read(note, [key], out because);
        because ??= last is null ? null : await RefuseAsync(last.Checkpoint, next!.Checkpoint, cancellation);
        if (because is not null)
        {
            return await RefusedAsync(next?.Checkpoint.Size, because, note, last, cancellation);
        }

        if (last?.Note.Text != next!.Note.Text)
        {
            await folder.KeepLastAsync(signer.Sign(Bare(next.Note, key)), cancellation);
        }

        return new(LookResult.Cosigned, next.Checkpoint.Size, Invariant($"size {next.Checkpoint.Size}, root {Convert.ToBase64String(next.Checkpoint.Root.Span)}, sequence {next.Checkpoint.Sequence}"));
    }

    private async Task<Look> RefusedAsync(long? size, string because, string note, SignedCheckpoint? last, CancellationToken cancellation)
    {
        var file = await folder.KeepRefusedAsync(size ?? 0, because, note, last?.Note.ToString() ?? "", cancellation);
        return new(LookResult.Refused, size, $"{because} Both notes are in {file}.");
    }

    /// <summary>Null where the tree goes on.</summary>
    private async Task<string?> RefuseAsync(CheckpointText last, CheckpointText next, CancellationToken cancellation)
    {
        if (next.Size < last.Size)
        {
            return Invariant($"The log ends at size {next.Size}, and had {last.Size} leaves before: its end was cut off, or an older state was put in its place.");
        }

        if (next.Size == last.Size)
        {
            return !next.Root.Span.SequenceEqual(last.Root.Span) ? Invariant($"The log says another root for size {next.Size} than before: it was rewritten.")
                : next != last with { Root = next.Root } ? Invariant($"The log says another moment for size {next.Size} than before.")
                : null;
        }

        var proof = last.Size == 0 ? [] : await log.ConsistencyAsync(last.Size, next.Size, cancellation);
        return !ConsistencyProof.Holds(last.Size, last.Root.ToArray(), next.Size, next.Root.ToArray(), proof)
            ? Invariant($"The tree of size {next.Size} does not go on from that of size {last.Size}: the log cannot prove it, for it was rewritten.")
            : next.Sequence <= last.Sequence || next.At <= last.At ? Invariant($"The checkpoint of size {next.Size} is not later than that of size {last.Size}, by its own account.")
            : null;
    }

    private async Task<NoteKey> KeyAsync(CancellationToken cancellation)
    {
        var remembered = await folder.LogKeyAsync(cancellation);
        if (pinned is not null && remembered is not null && pinned.ToString() != remembered.ToString())
        {
            throw new WitnessException($"This directory is a witness of {remembered}, and --key-of-log says {pinned}. Give it the directory of its own log, or begin with an empty one.");
        }

        if (remembered is null)
        {
            remembered = pinned ?? await log.KeyAsync(cancellation);
            await folder.KeepLogKeyAsync(remembered, cancellation);
        }

        return remembered;
    }

    private async Task<SignedCheckpoint?> LastAsync(NoteKey key, CancellationToken cancellation)
    {
        if (await folder.LastAsync(cancellation) is not { } note)
        {
            return null;
        }

        var last = SignedCheckpoint.Read(note, [key], out var because);
        return last is not null && signer.Key.HasSigned(last.Note) ? last
            : throw new WitnessException($"last.note is not what this witness wrote there: somebody changed it, or the key. {because ?? "Its own signature is not right."}");
    }

    /// <summary>With the log's signature alone.</summary>
    private static SignedNote Bare(SignedNote note, NoteKey key) =>
        note with { Signatures = [.. note.Signatures.Where(signature => signature.Name == key.Name && signature.KeyId == key.KeyId)] };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
