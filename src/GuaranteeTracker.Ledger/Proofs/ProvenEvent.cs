using System.Text;
using System.Text.Json;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Ledger.Proofs;

/// <summary>An event with the proof that its leaf is in a tree.</summary>
/// <param name="Index">The leaf's, from 0.</param>
/// <param name="Hashes">The inclusion proof.</param>
/// <param name="Leaf">Its canonical JSON; null where whoever asked may not read it: then only its hash is proven.</param>
public sealed record ProvenEvent(long Sequence, Guid Id, string Stream, long Version, string Type, long Index, byte[] LeafHash, IReadOnlyList<byte[]> Hashes, string? Leaf)
{
    /// <summary>What is wrong with it; null where all of it holds.</summary>
    public string? Fault(long size, byte[] root) =>
        !InclusionProof.Holds(LeafHash, Index, size, Hashes, root) ? "Its leaf is not in the tree."
        : Leaf is null ? null
        : !TreeHash.OfLeaf(Encoding.UTF8.GetBytes(Leaf)).AsSpan().SequenceEqual(LeafHash) ? "What it says is not what its leaf's hash is of."
        : IsToldBy(Leaf) ? null : "It says another id, stream, version or type than its leaf.";

    internal static ProvenEvent Read(JsonElement e) => new(
        e.GetProperty("sequence").GetInt64(), e.GetProperty("id").GetGuid(), Text(e, "stream"), e.GetProperty("version").GetInt64(), Text(e, "type"),
        e.GetProperty("index").GetInt64(), e.GetProperty("leafHash").GetBytesFromBase64(), [.. e.GetProperty("hashes").EnumerateArray().Select(hash => hash.GetBytesFromBase64())],
        e.GetProperty("leaf").GetString());

    private bool IsToldBy(string leaf)
    {
        using var json = JsonDocument.Parse(leaf);
        var said = json.RootElement;
        return Text(said, "id") == Id.ToString("D") && Text(said, "stream") == Stream && said.GetProperty("version").GetInt64() == Version && Text(said, "type") == Type;
    }

    private static string Text(JsonElement json, string member) => json.GetProperty(member).GetString() ?? throw new FormatException($"The member {member} is null.");
}
