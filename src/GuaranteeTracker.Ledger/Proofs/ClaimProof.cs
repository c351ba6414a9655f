using System.Text.Json;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Ledger.Proofs;

/// <summary>
/// That everything recorded about a claim is in the log, as <c>/api/claims/{id}/proof</c> answers it: it takes nothing but the log's key to check.
/// Where the leaves are not given, as to callers without a reader's key, it proves that there are so many leaves, and not what they say.
/// </summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Size">Number of leaves of the tree.</param>
/// <param name="Root">The tree's, 32 bytes.</param>
/// <param name="Checkpoint">The signed note of the tree in which the events are.</param>
/// <param name="Pending">Events that no checkpoint covers yet, and that are not in here.</param>
/// <param name="Events">The claim's, and those of its source where it has them.</param>
public sealed record ClaimProof(Guid Claim, long Size, byte[] Root, string Checkpoint, long Pending, IReadOnlyList<ProvenEvent> Events)
{
    /// <summary>Reads a saved answer; whether it proves anything, <see cref="Faults"/> tells.</summary>
    /// <param name="json">The answer's body.</param>
    /// <exception cref="FormatException">It is no such answer.</exception>
    public static ClaimProof Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var proof = document.RootElement;
            return new(
                proof.GetProperty("claim").GetGuid(), proof.GetProperty("size").GetInt64(), proof.GetProperty("root").GetBytesFromBase64(), proof.GetProperty("checkpoint").GetString() ?? throw new FormatException("The proof has no signed checkpoint."),
                proof.GetProperty("pending").GetInt64(), [.. proof.GetProperty("events").EnumerateArray().Select(ProvenEvent.Read)]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"This is no proof of a claim: {e.Message}", e);
        }
    }

    /// <summary>What does not hold; none where the proof does.</summary>
    /// <param name="keys">The log's.</param>
    public IReadOnlyList<(ProvenEvent? Event, string What)> Faults(IReadOnlyList<NoteKey> keys)
    {
        var faults = new List<(ProvenEvent?, string)>();
        var signed = SignedCheckpoint.Read(Checkpoint, keys, out var because);
        if (signed is null)
        {
            faults.Add((null, because!));
        }
        else if (signed.Checkpoint.Size != Size || !signed.Checkpoint.Root.Span.SequenceEqual(Root))
        {
            faults.Add((null, "The signed checkpoint is of another tree than the proof."));
        }

        if (Missing() is { } missing)
        {
            faults.Add((null, missing));
        }

        foreach (var e in Events)
        {
            if (Fault(e) is { } fault)
            {
                faults.Add((e, fault));
            }
        }

        return faults;
    }

    /// <summary>Only leaves say whose event and which version one is: without them that is the service's word, and proves nothing.</summary>
    private string? Missing()
    {
        if (Events.Count == 0 || Events.DistinctBy(e => e.Index).Count() < Events.Count)
        {
            return "Events of the claim are missing: none is told, or one is told twice.";
        }

        var told = Events.Where(e => e.Leaf is not null).ToList();
        long[] versions = [.. told.Where(e => e.Stream == $"claim:{Claim:D}").Select(e => e.Version).Order()];
        return told.Count > 0 && (versions.Length == 0 || versions.Where((version, i) => version != i + 1).Any())
            ? "Events of the claim are missing: its versions have to begin at 1 and leave none out."
            : null;
    }

    private string? Fault(ProvenEvent e)
    {
        try
        {
            return e.Fault(Size, Root);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return "Its leaf is not the JSON of an event.";
        }
    }
}
