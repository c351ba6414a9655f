namespace GuaranteeTracker.Domain.Actors;

/// <summary>Somebody in the negotiation, as the events tell.</summary>
public sealed record Actor(string Id, ActorContent Content)
{
    public static Actor Evolve(Actor? actor, IActorFact fact) => (actor, fact) switch
    {
        (null, ActorRegistered e) => new(e.Actor, e.Content),
        (not null, ActorRenamed e) => actor with { Content = actor.Content with { Name = e.Name } },
        (not null, AliasAdded e) => actor.WithAliases(actor.Content.Aliases.Append(e.Alias)),
        (not null, AliasRemoved e) => actor.WithAliases(actor.Content.Aliases.Where(alias => alias != e.Alias)),
        (not null, MandateGranted e) => actor.WithMandates(actor.Others(e.Mandate.For, e.Mandate.From).Append(e.Mandate)),
        (not null, MandateEnded e) => actor.WithMandates(actor.Others(e.For, e.From).Append(new Mandate(e.For, e.From, e.To))),
        (not null, MandateWithdrawn e) => actor.WithMandates(actor.Others(e.For, e.From)),
        _ => throw new NotSupportedException($"{fact.GetType().Name} has no place in the life of actor {fact.Actor}."),
    };

    private IEnumerable<Mandate> Others(string @for, DateOnly from) =>
        Content.Mandates.Where(mandate => mandate.For != @for || mandate.From != from);

    private Actor WithAliases(IEnumerable<string> aliases) => this with { Content = Content with { Aliases = InOrder(aliases) } };

    private Actor WithMandates(IEnumerable<Mandate> mandates) => this with { Content = Content with { Mandates = InOrder(mandates) } };

    internal static ValueList<string> InOrder(IEnumerable<string> aliases) =>
        [.. aliases.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    internal static ValueList<Mandate> InOrder(IEnumerable<Mandate> mandates) =>
        [.. mandates.OrderBy(mandate => mandate.For, StringComparer.Ordinal).ThenBy(mandate => mandate.From)];
}
