using System.Text;
using System.Text.Json;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Moving;

/// <summary>Writes an event as the line that brings it back.</summary>
/// <param name="things">What an event does not say itself.</param>
/// <param name="withLeaves">Each line carries the leaf of its event, so that it can be proven.</param>
internal sealed class ExportLines(IExportedThings things, bool withLeaves)
{
    /// <returns>Null for a source whose text was taken down; with leaves, a line that has its leaf alone.</returns>
    public async Task<byte[]?> WriteAsync(LedgerEvent e, CancellationToken cancellation)
    {
        var fact = StoredFacts.Read(e.Type, e.Data);
        switch (fact)
        {
            case ActorRegistered registered:
                return Write(e, StepKind.Actor, registered.Actor, FactRequests.Of(registered.Content));
            case IActorFact change:
                return Write(e, StepKind.Actor, change.Actor, FactRequests.Of((await things.ActorAsync(e, cancellation)).Content));
            case SourceRegistered source:
                return await things.TextAsync(source, cancellation) is { } text ? Write(e, StepKind.Source, source.Source.ToString(), FactRequests.Of(source, text))
                    : withLeaves ? WriteLeaf(e) : null;
            default:
                var (kind, id, request) = FactRequests.Of(fact);
                return Write(e, kind, id, request);
        }
    }

    private byte[] Write(LedgerEvent e, StepKind kind, string id, object request)
    {
        var before = JsonSerializer.SerializeToUtf8Bytes(new Beginning(EnumWords.Of(kind), id), FactRequests.Options);
        var content = JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), FactRequests.Options);
        var after = JsonSerializer.SerializeToUtf8Bytes(new End(e.Version, Told(e)), FactRequests.Options);
        return [.. before.AsSpan(..^1), (byte)',', .. content.AsSpan(1..^1), (byte)',', .. after.AsSpan(1..), (byte)'\n']; // one object
    }

    private byte[] WriteLeaf(LedgerEvent e) => [.. JsonSerializer.SerializeToUtf8Bytes(new LeafLine(NdjsonLine.Leaf, Told(e)), FactRequests.Options), (byte)'\n'];

    private Recorded Told(LedgerEvent e) => withLeaves
        ? new(e.Sequence, e.At, e.By, e.Index, Encoding.UTF8.GetString(e.Leaf.Canonical()))
        : new(e.Sequence, e.At, e.By, null, null);

    private sealed record Beginning(string Type, string Id);

    private sealed record End(long Version, Recorded Recorded);

    private sealed record LeafLine(string Type, Recorded Recorded);

    private sealed record Recorded(long Sequence, DateTime At, string? By, long? Index, string? Leaf);
}
