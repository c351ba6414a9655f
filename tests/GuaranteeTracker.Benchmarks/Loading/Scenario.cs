namespace GuaranteeTracker.Benchmarks.Loading;

/// <summary>A kind of request.</summary>
/// <param name="Request">The bytes of the n-th one; the numbers go on from round to round.</param>
/// <param name="WhileRecording">Claims arrive meanwhile.</param>
internal sealed record Scenario(string Name, Func<long, ReadOnlyMemory<byte>> Request, bool WhileRecording = false);
