namespace GuaranteeTracker.Domain.Actors;

/// <summary>The facts that lead from what an actor is to what it is to be: one for each real difference.</summary>
internal static class ActorDifferences
{
    public static IEnumerable<IActorFact> Between(Actor actor, ActorContent wanted)
    {
        var (id, current) = (actor.Id, actor.Content);
        if (current.Name != wanted.Name)
        {
            yield return new ActorRenamed(id, wanted.Name);
        }

        foreach (var alias in current.Aliases.Except(wanted.Aliases, StringComparer.Ordinal))
        {
            yield return new AliasRemoved(id, alias);
        }

        foreach (var alias in wanted.Aliases.Except(current.Aliases, StringComparer.Ordinal))
        {
            yield return new AliasAdded(id, alias);
        }

        foreach (var gone in current.Mandates.Where(mandate => Same(mandate, wanted.Mandates) is null))
        {
            yield return new MandateWithdrawn(id, gone.For, gone.From);
        }

        foreach (var mandate in wanted.Mandates.Except(current.Mandates))
        {
            yield return mandate.To is { } to && Same(mandate, current.Mandates) is not null
                ? new MandateEnded(id, mandate.For, mandate.From, to)
                : new MandateGranted(id, mandate);
        }
    }

    private static Mandate? Same(Mandate mandate, IEnumerable<Mandate> among) =>
        among.FirstOrDefault(other => other.For == mandate.For && other.From == mandate.From);
}
