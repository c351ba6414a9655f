namespace GuaranteeTracker.Api.Ledger;

/// <summary>That an event is in the ledger (RFC 6962, 2.1.1).</summary>
/// <param name="Sequence">The event's sequence number.</param>
/// <param name="Index">Of its leaf, from 0.</param>
/// <param name="Size">Of the tree that the proof leads to: its number of leaves.</param>
/// <param name="LeafHash">Base64, as all hashes here.</param>
/// <param name="Hashes">From the leaf's sibling to the root's child.</param>
/// <param name="Root">Of the tree of that size.</param>
/// <param name="Checkpoint">The signed note of just that size; null where there is none.</param>
internal sealed record InclusionAnswer(Guid Event, long Sequence, long Index, long Size, byte[] LeafHash, IReadOnlyList<byte[]> Hashes, byte[] Root, string? Checkpoint);

/// <summary>That the ledger only grew from one size to another (RFC 6962, 2.1.2).</summary>
/// <param name="Checkpoint">The signed note of size <paramref name="To"/>; null where there is none.</param>
internal sealed record ConsistencyAnswer(long From, long To, byte[] FromRoot, byte[] ToRoot, IReadOnlyList<byte[]> Hashes, string? Checkpoint);

/// <summary>That all that happened to a claim and to its source, the text's hash among it, is in the ledger.</summary>
/// <param name="Size">Of the last checkpoint's tree.</param>
/// <param name="Checkpoint">Its signed note; null where it has none, or there is no checkpoint.</param>
/// <param name="Pending">How many of their events no checkpoint covers yet.</param>
/// <param name="Events">In the order of leaves.</param>
internal sealed record ClaimProof(Guid Claim, long Size, byte[] Root, string? Checkpoint, int Pending, IReadOnlyList<ProvenEvent> Events);

/// <summary>One event with its proof.</summary>
/// <param name="Leaf">What the leaf's hash is of, as text: SHA-256 of a zero byte and its UTF-8. For callers with the role reader, since it names the analyst's pseudonym; else null.</param>
internal sealed record ProvenEvent(long Sequence, Guid Id, string Stream, long Version, string Type, long Index, byte[] LeafHash, IReadOnlyList<byte[]> Hashes, string? Leaf);
