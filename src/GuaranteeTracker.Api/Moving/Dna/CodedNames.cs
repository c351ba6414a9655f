using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>The names of a file as actors and topics. Organisations have the first right to an id, then persons; each in ordinal order.</summary>
internal sealed class CodedNames
{
    private readonly Dictionary<CodedActor, string> _actors;
    private readonly Dictionary<string, string> _topics;
    private readonly ILookup<string, CodedMandate> _mandates;

    public CodedNames(Coding coding)
    {
        var organisations = InOrder(coding.Organisations, coding.Statements.Select(statement => statement.Organisation));
        var persons = InOrder(coding.Persons, coding.Statements.Select(statement => statement.Person));
        _actors = NameIds.For(
            organisations.Select(name => new CodedActor("organisation", name)).Concat(persons.Select(name => new CodedActor("person", name))), actor => actor.Name,
            actor => $"{actor.Kind} {actor.Name}", "actor");
        _topics = NameIds.For(InOrder(coding.Concepts, coding.Statements.Select(statement => statement.Concept)), topic => topic, topic => topic, "topic");
        _mandates = Mandates(coding.Statements).ToLookup(mandate => mandate.Person, StringComparer.Ordinal);
    }

    public string Organisation(string name) => _actors[new("organisation", name)];

    public string Person(string name) => _actors[new("person", name)];

    public string Topic(string concept) => _topics[concept];

    /// <summary>Actors, those spoken for before those who speak for them, then topics.</summary>
    public IEnumerable<ImportStep> Steps()
    {
        foreach (var (actor, id) in _actors)
        {
            var body = new JsonObject { ["name"] = actor.Name, ["kind"] = actor.Kind };
            if (actor.Kind == "person" && _mandates.Contains(actor.Name))
            {
                body["mandates"] = new JsonArray([.. _mandates[actor.Name].Select(Mandate)]);
            }

            yield return new($"{actor.Kind} {Told.Of(actor.Name)}", RecordStep.Of(StepKind.Actor, id, body) with { Version = 1 });
        }

        foreach (var (concept, id) in _topics)
        {
            yield return new($"concept {Told.Of(concept)}", RecordStep.Of(StepKind.Topic, id, new JsonObject { ["title"] = concept, ["proposition"] = concept }) with { Version = 1 });
        }
    }

    private JsonObject Mandate(CodedMandate mandate) => new()
    {
        ["for"] = Organisation(mandate.Organisation), ["from"] = Iso.Day(mandate.From), ["to"] = Iso.Day(mandate.To),
    };

    /// <summary>For each organisation from the first to the last day on which the file has the person speak for it.</summary>
    private static IEnumerable<CodedMandate> Mandates(IReadOnlyList<CodedStatement> statements) =>
        from statement in statements
        where statement is { Unfit: null, Person: not null, Organisation: not null, Day: not null }
        group statement.Day!.Value by (statement.Person!, statement.Organisation!) into days
        orderby days.Key.Item2, days.Key.Item1
        select new CodedMandate(days.Key.Item1, days.Key.Item2, days.Min(), days.Max());

    private static IEnumerable<string> InOrder(IEnumerable<string> known, IEnumerable<string?> used) =>
        known.Concat(used.OfType<string>()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private sealed record CodedActor(string Kind, string Name);

    private sealed record CodedMandate(string Person, string Organisation, DateOnly From, DateOnly To);
}
