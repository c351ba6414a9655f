using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>A fact on its way into the record.</summary>
/// <param name="At">When it is recorded: UTC, whole microseconds, later than the one before.</param>
/// <param name="Version">Its place in its stream, from 1.</param>
/// <param name="Versions">How many the stream has in the end.</param>
/// <param name="Source">The source of a claim's content; null for other facts.</param>
/// <param name="Text">The words of a source that is registered; null for other facts.</param>
internal sealed record Recorded(long Sequence, DateTime At, string Stream, int Version, int Versions, IFact Fact, SourceRegistered? Source = null, string? Text = null);
