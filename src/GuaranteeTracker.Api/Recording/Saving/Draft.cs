using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Recording.Saving;

/// <summary>What becomes of a request, provided that the transaction commits.</summary>
/// <param name="Additions">To be stored.</param>
internal sealed record Draft(Outcome Outcome, IReadOnlyList<Addition> Additions)
{
    /// <summary>That of a request which failed.</summary>
    public static Draft Nothing { get; } = new(Problems.Busy, []);

    /// <summary>The request's Idempotency-Key, where the answer is to be kept under it.</summary>
    public IdempotencyKey? KeepUnder { get; init; }

    public Answer? Answer => (Outcome as Outcome.Recorded)?.Answer;
}
