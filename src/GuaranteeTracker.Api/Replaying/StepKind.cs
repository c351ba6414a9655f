namespace GuaranteeTracker.Api.Replaying;

/// <summary>What a step asks for; the words of these are the types of lines in an export.</summary>
internal enum StepKind
{
    Actor,
    Topic,
    Source,
    Claim,
    Encounter,
    Correction,
    Retraction,
    Dispute,
    Resolution,
    Withdrawal,
    EncounterCorrection,
}

internal static class StepKinds
{
    /// <summary>Whether nothing of its id may be on record, unless it is the same.</summary>
    public static bool OnlyCreates(this StepKind kind) => kind is StepKind.Source or StepKind.Claim or StepKind.Encounter;
}
