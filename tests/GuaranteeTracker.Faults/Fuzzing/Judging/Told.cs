namespace GuaranteeTracker.Faults.Fuzzing.Judging;

/// <summary>What callers were told since the last time.</summary>
/// <param name="Any">Correlation ids of all that were answered 2xx.</param>
/// <param name="Created">Of those, which were answered 201 to something new in the log of events.</param>
/// <param name="Keyed">How many were answered 2xx and had an Idempotency-Key.</param>
/// <param name="Keys">How many keys were added.</param>
/// <param name="TakenKeys">How many keys were refused since their id is taken: whom they were for is entered before that is seen.</param>
/// <param name="Revocations">How many revocations went well; a key may be revoked again.</param>
/// <param name="Erasures">How many were told to be new, without those that may be an answer told before.</param>
/// <param name="RepeatableErasures">How many of those there were, too.</param>
internal sealed record Told(
    IReadOnlySet<string> Any, IReadOnlySet<string> Created, long Keyed = 0, long Keys = 0, long TakenKeys = 0, long Revocations = 0, long Erasures = 0, long RepeatableErasures = 0)
{
    public static Told Nothing { get; } = new(new HashSet<string>(), new HashSet<string>());
}
