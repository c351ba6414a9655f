namespace GuaranteeTracker.Domain.Actors;

/// <summary>What is said about an actor at one time.</summary>
/// <param name="Aliases">Each once, in ordinal order.</param>
/// <param name="Mandates">Each (for, from) once, in that order.</param>
public sealed record ActorContent(string Name, ActorKind Kind, ValueList<string> Aliases, ValueList<Mandate> Mandates);

public enum ActorKind
{
    State,
    Organisation,
    Coalition,
    Person,
}

/// <summary>A dated fact that the actor speaks for another.</summary>
/// <param name="For">Id of the actor spoken for.</param>
/// <param name="From">First day, inclusive, UTC.</param>
/// <param name="To">Last day, inclusive, UTC; null while it lasts.</param>
public sealed record Mandate(string For, DateOnly From, DateOnly? To)
{
    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);
}
