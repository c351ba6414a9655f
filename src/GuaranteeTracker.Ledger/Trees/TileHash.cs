namespace GuaranteeTracker.Ledger.Trees;

/// <summary>A hash of a tile above the leaves: the root of a complete subtree of 256^Level leaves.</summary>
/// <param name="Level">From 1.</param>
/// <param name="Index">Its place on that level, from 0.</param>
/// <param name="Hash">32 bytes.</param>
public sealed record TileHash(int Level, long Index, byte[] Hash);
