using System.Text;
using System.Text.Json;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Ledger.Proofs;

/// <summary>An event with the proof that its leaf is in a tree.</summary>
/// <param name="Sequence">The service's word, also beside a leaf: no hash binds it.</param>
/// <param name="Id">The event's. It is proven with the leaf, as stream, version and type are; without one all four are the service's word.</param>
/// <param name="Stream">What the event is about: <c>claim:…</c>.</param>
/// <param name="Version">Its place in its stream, from 1.</param>
/// <param name="Type">What happened: <c>claim-recorded</c>.</param>
/// <param name="Index">The leaf's, from 0.</param>
/// <param name="LeafHash">RFC 6962's hash of the leaf: 32 bytes.</param>
/// <param name="Hashes">The inclusion proof.</param>
/// <param name="Leaf">Its canonical JSON; null where whoever asked may not read it: then only its hash is proven.</param>
public sealed record ProvenEvent(long Sequence, Guid Id, string Stream, long Version, string Type, long Index, byte[] LeafHash, IReadOnlyList<byte[]> Hashes, string? Leaf)
{
    /// <summary>What is wrong with it; null where all of it holds.</summary>
    /// <param name="size">Number of leaves of the tree.</param>
    /// <param name="root">The tree's, 32 bytes.</param>
    /// <exception cref="JsonException">The leaf's hash is right, and the leaf is no JSON.</exception>
    /// <exception cref="InvalidOperationException">The leaf's hash is right, and a member of the leaf is of another kind than an event's.</exception>
    /// <exception cref="KeyNotFoundException">The leaf's hash is right, and the leaf lacks a member.</exception>
    /// <exception cref="FormatException">The leaf's hash is right, and a member of the leaf is null or no number that fits.</exception>
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
