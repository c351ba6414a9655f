namespace GuaranteeTracker.Domain.Pictures;

/// <summary>Rule 6: live claims on one cell that cannot both describe the actor.</summary>
/// <param name="Claims">The standing claim, then the other.</param>
public sealed record Contradiction(ContradictionKind Kind, string Actor, string Topic, ValueList<Guid> Claims);

/// <summary>Declared in the ordinal order of the written words.</summary>
public enum ContradictionKind
{
    /// <summary>Hearsay two or more steps from a first-hand position that is effective no earlier than it.</summary>
    DeniedHearsay,

    /// <summary>Two speakers for one actor, opposite in sign, at most a week apart.</summary>
    SplitVoice,

    /// <summary>Hearsay two or more steps from a first-hand position that is earlier.</summary>
    UnconfirmedHearsay,
}
