using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Pictures;
using Marten;

namespace GuaranteeTracker.Api.Reading;

/// <summary>What the record held, and the K at which it held it.</summary>
internal sealed record KnownRecord(Known Known, Knowledge Knowledge);

/// <summary>Folds the events up to a K. Tombstones, which Marten leaves where an append failed, are no facts.</summary>
internal sealed class KnowledgeReader(IDocumentStore store, CheckpointReader checkpoints)
{
    /// <summary>Everything committed before this call, by whichever node.</summary>
    public async Task<KnownRecord> ReadAsync(CancellationToken cancellation)
    {
        var last = await checkpoints.LastAsync(cancellation);
        var (sequence, knowledge, pending) = await FoldAsync(long.MaxValue, last?.Sequence ?? 0, cancellation);
        // With something pending no checkpoint covered it when it was read; one that does by now may cover more than was read.
        var at = pending == 0 ? await checkpoints.FirstCoveringAsync(sequence, cancellation) : last;
        return new(new Known(sequence, at?.At, pending), knowledge);
    }

    /// <summary>Everything up to a settled K.</summary>
    public async Task<KnownRecord> ReadAsync(Known known, CancellationToken cancellation) =>
        new(known, (await FoldAsync(known.Sequence, known.Sequence, cancellation)).Knowledge);

    private async Task<(long Sequence, Knowledge Knowledge, int Pending)> FoldAsync(long upTo, long covered, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var events = await session.Events.QueryAllRawEvents().Where(e => e.Sequence <= upTo).OrderBy(e => e.Sequence).ToListAsync(cancellation);
        var facts = events.Where(e => e.Data is IFact).ToList();
        return (facts is [.., var last] ? last.Sequence : 0, Knowledge.Of(facts.Select(e => (IFact)e.Data)), facts.Count(e => e.Sequence > covered));
    }
}
