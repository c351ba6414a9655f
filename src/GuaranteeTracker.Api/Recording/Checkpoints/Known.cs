namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>What an answer used as K.</summary>
/// <param name="Sequence">It holds the events with a sequence number up to this one, inclusive; 0 before the first.</param>
/// <param name="At">Time (UTC) of the first checkpoint that covers <paramref name="Sequence"/>, else of the last one; null where there is none.</param>
/// <param name="Pending">How many of its events no checkpoint covers yet: 0 in every pinned answer.</param>
public sealed record Known(long Sequence, DateTime? At, int Pending);
