namespace GuaranteeTracker.Domain;

/// <summary>A decider's answer: the facts to store (none for a repeat), or why nothing may be stored.</summary>
public abstract record Decision<TFact>
    where TFact : IFact
{
    private Decision() { }

    /// <param name="Facts">What to append, in order. Empty: the request is already in force.</param>
    public sealed record Accepted(params ValueList<TFact> Facts) : Decision<TFact>;

    public sealed record Refused(Refusal Why) : Decision<TFact>;

    public static implicit operator Decision<TFact>(Refusal why) => new Refused(why);
}
