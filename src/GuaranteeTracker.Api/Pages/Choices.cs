using GuaranteeTracker.Api.Reading.Records;

namespace GuaranteeTracker.Api.Pages;

/// <summary>A filter of a form: what can be chosen, and what is.</summary>
/// <param name="Field">As the address has it.</param>
/// <param name="Options">By name; null where there are too many to list.</param>
/// <param name="Chosen">Ids, in order.</param>
public sealed record Choices(string Field, string Label, IReadOnlyList<Named>? Options, IReadOnlyList<string> Chosen)
{
    private const int MostListed = 250;

    internal static Choices Actors(KnownRecord record, IReadOnlySet<string> chosen) => Of(
        "actor", "Actors", record.Catalogue.Actors.AllAt(record.K).Select(actor => new Named(actor.State.Id, actor.State.Content.Name)), chosen);

    internal static Choices Topics(KnownRecord record, IReadOnlySet<string> chosen) => Of(
        "topic", "Topics", record.Catalogue.Topics.AllAt(record.K).Select(topic => new Named(topic.State.Id, topic.State.Content.Title)), chosen);

    private static Choices Of(string field, string label, IEnumerable<Named> options, IReadOnlySet<string> chosen)
    {
        var all = options.Take(MostListed + 1).ToList();
        return new(
            field, label,
            all.Count > MostListed ? null : [.. all.OrderBy(option => option.Name, StringComparer.OrdinalIgnoreCase).ThenBy(option => option.Id, StringComparer.Ordinal)],
            [.. chosen.Order(StringComparer.Ordinal)]);
    }
}
