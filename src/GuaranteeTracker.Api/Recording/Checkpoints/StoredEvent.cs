using System.Text.Json;
using GuaranteeTracker.Ledger;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>An event as it is stored: nothing is read into it.</summary>
/// <param name="Headers">JSON in UTF-8; null where there are none.</param>
/// <param name="Data">JSON in UTF-8.</param>
internal sealed record StoredEvent(
    long Sequence, Guid Id, string Stream, long Version, string Type, DateTime RecordedAt, byte[]? Headers, byte[] Data)
{
    private static readonly byte[] _none = [.. "null"u8];

    public bool IsTombstone => Type == FactNames.Tombstone;

    /// <summary>The hash of its leaf.</summary>
    public byte[] Hash() => OfLeaf(leaf => leaf.Hash());

    /// <summary>What its leaf holds: canonical JSON in UTF-8.</summary>
    public byte[] Canonical() => OfLeaf(leaf => leaf.Canonical());

    private byte[] OfLeaf(Func<Leaf, byte[]> make)
    {
        using var headers = JsonDocument.Parse(Headers ?? _none);
        using var data = JsonDocument.Parse(Data);
        return make(new(Id, Stream, Version, Type, RecordedAt, headers.RootElement, data.RootElement));
    }
}
