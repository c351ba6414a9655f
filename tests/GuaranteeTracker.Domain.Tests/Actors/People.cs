using GuaranteeTracker.Domain.Actors;

namespace GuaranteeTracker.Domain.Tests.Actors;

/// <summary>An actor with everything an actor can have, and the request that registers it.</summary>
internal static class People
{
    public const string Id = "donald-trump";

    public static readonly Mandate ForTheUs = new("us", new DateOnly(2025, 1, 20), null);

    public static readonly ActorContent Content = new("Donald Trump", ActorKind.Person, ["DJT", "Trump"], [ForTheUs]);

    public static readonly ActorRegistered Registered = new(Id, Content);

    public static readonly SetActor Request = new()
    {
        Name = "Donald Trump",
        Kind = "person",
        Aliases = ["Trump", "DJT"],
        Mandates = [new() { For = "us", From = "2025-01-20" }],
    };

    public static Chapter<Actor, IActorFact> Given(params IActorFact[] facts) => new(facts.Aggregate((Actor?)null, Actor.Evolve));

    public static Func<Actor?, Decision<IActorFact>> Setting(SetActor request, string id = Id) => actor => request.Decide(actor, id, new HashSet<string> { "us", "nato" });
}
