using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Actors;

/// <summary>An analyst says what an actor is to be called and for whom it speaks: the whole content, so what is left out is empty.</summary>
public sealed record SetActor
{
    public string? Name { get; init; }

    /// <summary>state, organisation, coalition or person; fixed once registered.</summary>
    public string? Kind { get; init; }

    public IReadOnlyList<string?>? Aliases { get; init; }

    /// <summary>For whom this actor speaks, and on which days.</summary>
    public IReadOnlyList<MandateInput?>? Mandates { get; init; }

    /// <param name="actor">What the record holds under this id; null when nothing.</param>
    /// <param name="actors">Those of the actors named as <c>for</c> that are on record.</param>
    public Decision<IActorFact> Decide(Actor? actor, string id, IReadOnlySet<string> actors)
    {
        if (Content(id, actors).Refuse(out var refusal, out var content))
        {
            return refusal;
        }

        return actor switch
        {
            null => new Decision<IActorFact>.Accepted(new ActorRegistered(id, content)),
            { Content.Kind: var kind } when kind != content.Kind => Refusal.Conflict(
                "kind-fixed", $"Actor {id} is a {EnumWords.Of(kind)}, which is fixed; register another id."),
            _ => new Decision<IActorFact>.Accepted([.. ActorDifferences.Between(actor, content)]),
        };
    }

    /// <summary>The content asked for, checked and in order.</summary>
    public Parsed<ActorContent> Content(string id, IReadOnlySet<string> actors)
    {
        var faults = new Faults();
        if (!Slug.IsValid(id))
        {
            faults.Add("", "not-an-id", Slug.Rule);
        }

        var name = Wording.Name(Name, "/name", faults);
        var kind = EnumWords.Required<ActorKind>(Kind, "/kind", faults);
        var aliases = (Aliases ?? []).Select((alias, i) => Wording.Name(alias, $"/aliases/{i}", faults)).OfType<string>().ToList();
        if (aliases.Count > 100)
        {
            faults.Add("/aliases", "too-many", "At most 100 aliases are kept.");
        }

        var mandates = MandateInput.Parse(Mandates ?? [], id, actors, faults);
        return faults.Any ? new(faults) : new(new ActorContent(name!, kind, Actor.InOrder(aliases), Actor.InOrder(mandates)));
    }
}
