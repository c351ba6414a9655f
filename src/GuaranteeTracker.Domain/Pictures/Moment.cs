namespace GuaranteeTracker.Domain.Pictures;

/// <summary>A (D, K).</summary>
/// <param name="AsOf">D, UTC: a claim counts when its effective instant is not later. It may lie in the future.</param>
/// <param name="Known">K: what events with sequence numbers up to this one, inclusive, have said.</param>
public readonly record struct Moment(DateTime AsOf, long Known);
