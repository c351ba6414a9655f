namespace GuaranteeTracker.Api.Recording.Saving;

/// <summary>What becomes of a request, provided that the transaction commits.</summary>
/// <param name="Additions">To be stored.</param>
internal sealed record Draft(Outcome Outcome, IReadOnlyList<Addition> Additions)
{
    /// <summary>The request's Idempotency-Key, where the answer is to be kept under it.</summary>
    public IdempotencyKey? KeepUnder { get; init; }

    public Answer? Answer => (Outcome as Outcome.Recorded)?.Answer;
}
