namespace GuaranteeTracker.Domain.Claims;

/// <summary>Where an actor stands on a topic's proposition, ordered from against to for; the numbers are the steps between them.</summary>
public enum Stance
{
    /// <summary>Rules it out or vows to prevent it.</summary>
    Rejects = -2,

    /// <summary>Speaks against it.</summary>
    Opposes = -1,

    /// <summary>Addressed but vague, declined to say, or not under discussion.</summary>
    Undecided = 0,

    /// <summary>Willing to consider, would accept it, or willing in principle.</summary>
    Open = 1,

    /// <summary>Wants it, argues or asks for it, or promises without saying what.</summary>
    Supports = 2,

    /// <summary>Binds itself to a named act, amount or instrument, or is doing it.</summary>
    Commits = 3,
}

/// <summary>How the stance was expressed; <see cref="Statement"/> where no other act shows.</summary>
public enum Act
{
    Statement,
    Offer,
    Request,
    Demand,
    Pledge,
    Proposal,
    Refusal,
    Warning,
}

/// <summary>Whose words carry the claim. The first three are first-hand; the lower the number, the closer to the speaker.</summary>
public enum Voice
{
    /// <summary>The speaker's own words, translated ones too.</summary>
    Quote,

    /// <summary>The reporter's rendering of what the speaker said.</summary>
    Paraphrase,

    /// <summary>The reporter's own account.</summary>
    Observation,

    /// <summary>Somebody without a mandate for the actor tells what the actor's stance is.</summary>
    Hearsay,
}
