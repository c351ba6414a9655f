using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Encounters;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Pages.Quotes;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Encounters;

namespace GuaranteeTracker.Api.Actors;

/// <summary>Prepares an actor's page.</summary>
internal sealed class ActorPageReader(ActorTopics topics, QuoteReader quotes)
{
    private const int MostContradictions = 50, MostEncounters = 50, MostMandates = 100;

    /// <param name="actor">As it was at K.</param>
    /// <param name="only">The topic to show alone; null for all.</param>
    /// <returns>An <see cref="ActorPageModel"/>, or why there is none.</returns>
    public async Task<object> ReadAsync(Actor actor, string? only, SpokenPeriod period, int page, HttpContext http, KnownRecord record, CancellationToken cancellation)
    {
        var cells = await ActorTopics.CellsAsync(actor.Id, record);
        var (blocks, walk) = await topics.ReadAsync(cells, only, period, page, http, record, cancellation);
        if (walk is null)
        {
            return PageNumber.BeyondTheEnd;
        }

        var (content, known, path) = (actor.Content, AsKnown.Of(http, record), $"/actors/{actor.Id}");
        var contradictions = cells.SelectMany(cell => cell.Contradictions.Select(contradiction => (contradiction, cell))).ToList();
        var encounters = Encounters(actor.Id, record);
        (string, string?)[] filters = [("actor", actor.Id), ("topic", only), ("from", http.Request.Query["from"].FirstOrDefault()), ("to", http.Request.Query["to"].FirstOrDefault())];
        return new ActorPageModel(
            new(content.Name, $"Where {content.Name} stands on each topic, since when, and in which words.", Links.To(path, ("knownAt", known.K)))
            {
                Section = "Actors", Image = Links.To($"{path}.png", ("knownAt", known.K)), ImageText = $"Positions over time: {content.Name}",
                Feed = TimelineDownloads.Feed([("actor", actor.Id)]), IsUnlisted = http.Request.QueryString.HasValue,
            },
            actor.Id, content.Name, content.Kind, content.Aliases,
            [.. content.Mandates.Select(mandate => new MandateLine(new(mandate.For, record.NameOf(mandate.For)), mandate.From, mandate.To))],
            [.. SpokenForBy(actor.Id, record).Take(MostMandates)],
            known,
            cells.Count == 0 ? null : SvgWriter.Fragment(LaneChart.Inline(await ActorChart.ReadAsync(record, actor.Id, Links.To("", ("knownAt", known.K)))), "positions"),
            await quotes.ExplainAsync([.. contradictions.Take(MostContradictions)], record, cancellation), Math.Max(0, contradictions.Count - MostContradictions),
            blocks, only, walk, period,
            [.. encounters.Take(MostEncounters).Select(encounter => ShownEncounter.Of(encounter, record))], Math.Max(0, encounters.Count - MostEncounters),
            [.. TimelineDownloads.Images(path, known), .. TimelineDownloads.Of(filters, known, "csv", "json")]);
    }

    private static IEnumerable<MandateLine> SpokenForBy(string actor, KnownRecord record) =>
        from other in record.Catalogue.Actors.AllAt(record.K)
        from mandate in other.State.Content.Mandates
        where mandate.For == actor
        orderby mandate.From descending, other.State.Id
        select new MandateLine(new(other.State.Id, other.State.Content.Name), mandate.From, mandate.To);

    private static List<Encounter> Encounters(string actor, KnownRecord record) =>
    [
        .. from encounter in record.Catalogue.Encounters.AllAt(record.K)
           let content = encounter.State.Content
           where content.Present.Contains(actor)
           orderby content.Date.Mark descending, encounter.State.Id
           select encounter.State,
    ];
}
