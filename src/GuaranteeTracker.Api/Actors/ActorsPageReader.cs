using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Actors;

/// <summary>Prepares the list of actors.</summary>
internal static class ActorsPageReader
{
    private const int ActorsOnAPage = 100;

    /// <param name="asOf">D of the positions that are counted.</param>
    /// <param name="wish">What the list is narrowed with; null for all.</param>
    /// <returns>An <see cref="ActorsPageModel"/>, or why there is none.</returns>
    public static async Task<object> ReadAsync(DateTime asOf, string? wish, int page, HttpContext http, KnownRecord record)
    {
        var found = ActorList.Find(wish, record).Select(actor => actor.Thing.State);
        var ordered = wish is null ? found.OrderBy(actor => actor.Content.Name, StringComparer.OrdinalIgnoreCase).ThenBy(actor => actor.Id, StringComparer.Ordinal) : found;
        var shown = PageNumber.Cut(http, ordered.ToList(), page, ActorsOnAPage, out var walk);
        if (walk is null)
        {
            return PageNumber.BeyondTheEnd;
        }

        var positions = shown.Count == 0 ? [] : (await record.OutlineAsync(asOf, Selection.Everything with { Actors = shown.Select(actor => actor.Id).ToHashSet(StringComparer.Ordinal) }))
            .Topics.SelectMany(topic => topic.Cells).CountBy(cell => cell.Actor, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var known = AsKnown.Of(http, record, asOf);
        return new ActorsPageModel(
            new("Actors", "Who takes part: states, organisations, coalitions and those who speak for them.", Links.To("/actors", ("knownAt", known.K)))
            {
                Section = "Actors", IsUnlisted = http.Request.QueryString.HasValue,
            },
            known, wish ?? "",
            [
                .. from actor in shown
                   let content = actor.Content
                   select new ActorRow(
                       actor.Id, content.Name, content.Kind, [.. content.Aliases], [.. content.Mandates.Where(mandate => mandate.Covers(DateOnly.FromDateTime(asOf))).Select(mandate => record.NameOf(mandate.For)).Distinct(StringComparer.Ordinal)],
                       positions.GetValueOrDefault(actor.Id)),
            ],
            walk);
    }
}

/// <summary>All actors, for people.</summary>
/// <param name="Wish">What the list was narrowed with; empty where it was not.</param>
public sealed record ActorsPageModel(PageHead Head, AsKnown Known, string Wish, IReadOnlyList<ActorRow> Actors, PageWalk Walk);

/// <param name="SpeaksFor">Names of those it has a mandate for now.</param>
/// <param name="Positions">On how many topics it has one now.</param>
public sealed record ActorRow(string Id, string Name, ActorKind Kind, IReadOnlyList<string> Aliases, IReadOnlyList<string> SpeaksFor, int Positions);
