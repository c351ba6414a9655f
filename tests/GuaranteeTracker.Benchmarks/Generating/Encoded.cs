namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>An event as its row has it, and its leaf.</summary>
/// <param name="Data">JSON, UTF-8.</param>
internal sealed record Encoded(Recorded Recorded, Guid Id, string Type, string DotNetType, byte[] Data, byte[] LeafHash);
