namespace GuaranteeTracker.Domain.Timelines;

/// <summary>A fact and its place in the record.</summary>
public readonly record struct Sequenced(long Sequence, IFact Fact);
