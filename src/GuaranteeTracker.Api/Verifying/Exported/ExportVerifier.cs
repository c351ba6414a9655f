using System.Text.Json;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Ledger;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Api.Verifying.Exported;

/// <summary>Makes the tree anew out of the leaves in an export, compares its root with the signed checkpoint in the head, and each line with its leaf.</summary>
/// <param name="notes">Checkpoints that were kept elsewhere.</param>
internal sealed class ExportVerifier(IReadOnlyList<NoteKey> keys, IReadOnlyList<RememberedNote> notes)
{
    private readonly Faults _faults = new();
    private readonly LineThings _things = new();
    private readonly Frontier _frontier = Frontier.Empty();

    private Remembered? _remembered;
    private long _lines, _beyond, _textless;

    /// <param name="progress">Told how many lines are done.</param>
    /// <exception cref="UnusableInputException">This is no export that could be verified.</exception>
    public async Task<VerifyReport> RunAsync(Stream file, Action<long> progress, CancellationToken cancellation)
    {
        (CheckpointText? checkpoint, LineOrder? order) = (null, null);
        _remembered = new(notes, _faults);
        await foreach (var (number, bytes) in NdjsonLines.CutAsync(file, cancellation))
        {
            using var line = Parse(bytes, number);
            if (number == 1)
            {
                var head = ExportedHead.Read(line.RootElement, keys, _faults);
                (checkpoint, order) = (head.Checkpoint, new(head.Checkpoint.Sequence, head.Sequence, _faults));
                _remembered.Compare(0, _frontier.Root);
                continue;
            }

            await CheckAsync(number, line.RootElement, checkpoint!, order!, cancellation);
            if (++_lines % 1_000 == 0)
            {
                progress(_lines);
            }
        }

        if (checkpoint is null)
        {
            throw new UnusableInputException("The file is empty.");
        }

        if (_frontier.Size < checkpoint.Size)
        {
            _faults.Add(new($"The file has {_frontier.Size} leaves of {checkpoint.Size}: lines are missing.", Checkpoint: checkpoint.Size));
        }

        _remembered.End(_frontier.Size);
        return new(
            _frontier.Size, _frontier.Size, 1, checkpoint.Size, Convert.ToBase64String(checkpoint.Root.Span), checkpoint.Sequence, checkpoint.At, 1,
            _faults.Kept, _faults.Count, _beyond, order!.Late, _textless);
    }

    private async Task CheckAsync(long number, JsonElement line, CheckpointText checkpoint, LineOrder order, CancellationToken cancellation)
    {
        try
        {
            var leaf = ExportedLeaf.Read(line) ?? throw new UnusableInputException($"Line {number} has no leaf. Only what export --with-leaves writes can be verified.");
            if (_frontier.Size == checkpoint.Size)
            {
                _beyond++; // known at the export's K, and covered by a later checkpoint than the one that it names
                order.AddBeyond(leaf, number);
                return;
            }

            if (leaf.Index != _frontier.Size)
            {
                _faults.Add(new($"Leaf {_frontier.Size} should come here: lines are missing, or not in their order.", Leaf: leaf.Index, Line: number));
            }

            order.Add(leaf, number);
            _frontier.Append(leaf.Hash());
            _remembered!.Compare(_frontier.Size, _frontier.Root);
            if (_frontier.Size == checkpoint.Size && !_frontier.Root().AsSpan().SequenceEqual(checkpoint.Root.Span))
            {
                _faults.Add(new("The leaves do not give the root that was signed.", Checkpoint: checkpoint.Size));
            }

            await CompareAsync(number, line, leaf, cancellation);
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or KeyNotFoundException or NotSupportedException)
        {
            _faults.Add(new($"This line cannot be read: {e.Message}", Line: number));
        }
    }

    /// <summary>The line has to be the one that the leaf's event would make.</summary>
    private async Task CompareAsync(long number, JsonElement line, ExportedLeaf leaf, CancellationToken cancellation)
    {
        var e = leaf.Event();
        _things.Add(e);
        _things.Sent = line.TryGetProperty("text", out var text) ? text.GetString() : null;
        var isLeafOnly = line.GetProperty("type").GetString() == NdjsonLine.Leaf;
        _textless += isLeafOnly ? 1 : 0;
        using var expected = JsonDocument.Parse(await new ExportLines(_things, withLeaves: true).WriteAsync(e, cancellation));
        if (!CanonicalJson.Write(expected.RootElement).AsSpan().SequenceEqual(CanonicalJson.Write(line)))
        {
            _faults.Add(new("This line does not say what its leaf says.", e.Id, e.Stream, e.Version, e.Sequence, e.Index, Line: number));
        }
    }

    private static JsonDocument Parse(byte[]? line, long number)
    {
        try
        {
            return JsonDocument.Parse(line ?? throw new UnusableInputException($"Line {number} is too long."));
        }
        catch (JsonException e)
        {
            throw new UnusableInputException($"Line {number} is no JSON: {e.Message}", e);
        }
    }
}
