namespace GuaranteeTracker.Domain.Actors;

/// <summary>A fact about one actor.</summary>
public interface IActorFact : IFact
{
    string Actor { get; }
}

public sealed record ActorRegistered(string Actor, ActorContent Content) : IActorFact;

public sealed record ActorRenamed(string Actor, string Name) : IActorFact;

public sealed record AliasAdded(string Actor, string Alias) : IActorFact;

public sealed record AliasRemoved(string Actor, string Alias) : IActorFact;

public sealed record MandateGranted(string Actor, Mandate Mandate) : IActorFact;

/// <summary>The mandate (<paramref name="For"/>, <paramref name="From"/>) has <paramref name="To"/> as its last day, inclusive.</summary>
public sealed record MandateEnded(string Actor, string For, DateOnly From, DateOnly To) : IActorFact;

/// <summary>The mandate never was.</summary>
public sealed record MandateWithdrawn(string Actor, string For, DateOnly From) : IActorFact;
