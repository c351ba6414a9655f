using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Pages.Quotes;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Topics;

/// <summary>Prepares a topic's page.</summary>
internal sealed class TopicPageReader(TopicSides sides, QuoteReader quotes)
{
    private const int QuotesOnAPage = 100, MostContradictions = 50;

    /// <param name="id">Of a topic that was on record at K.</param>
    /// <param name="now">D, where <paramref name="asOf"/> is null.</param>
    /// <returns>A <see cref="TopicPageModel"/>, or why there is none.</returns>
    public async Task<object> ReadAsync(
        string id, DateTime? asOf, DateTime now, SpokenPeriod period, int page, HttpContext http, KnownRecord record, CancellationToken cancellation)
    {
        var cells = CellHistory.All(await record.TimelineAsync(id), record.Catalogue.Mandates, record.K).ToList();
        var spoken = cells.SelectMany(cell => cell.Claims.Where(claim => period.Reach.Has(claim.Effective)).Select(claim => (Claim: claim, Cell: cell)))
            .OrderByDescending(spoken => spoken.Claim.Effective).ThenBy(spoken => spoken.Claim.Id).ToList();
        var shown = PageNumber.Cut(http, spoken, page, QuotesOnAPage, out var walk);
        if (walk is null)
        {
            return PageNumber.BeyondTheEnd;
        }

        var topic = record.LabelOf(id);
        var known = AsKnown.Of(http, record, asOf ?? now);
        var contradictions = cells.SelectMany(cell => cell.Contradictions.Select(contradiction => (contradiction, cell))).ToList();
        var path = $"/topics/{id}";
        (string, string?)[] filters = [("topic", id), ("from", http.Request.Query["from"].FirstOrDefault()), ("to", http.Request.Query["to"].FirstOrDefault())];
        return new TopicPageModel(
            new(topic.Title, $"Who is for it, who against it, since when, and in which words: {topic.Proposition}", Links.To(path, ("knownAt", known.K)))
            {
                Section = "Topics", Image = Links.To($"{path}.png", ("knownAt", known.K)), ImageText = $"Positions over time: {topic.Title}",
                Feed = TimelineDownloads.Feed([("topic", id)]), IsUnlisted = http.Request.QueryString.HasValue,
            },
            topic, known, asOf, await sides.ReadAsync(id, asOf ?? now, record, cancellation),
            SvgWriter.Fragment(LaneChart.Inline(await TopicChart.ReadAsync(record, id, Links.To("", ("knownAt", known.K)))), "positions"),
            TopicApproach.Of(id, [.. CellCourse.All(await record.TimelineAsync(id), record.Catalogue.Mandates, record.K)], known.K),
            await quotes.ExplainAsync([.. contradictions.Take(MostContradictions)], record, cancellation), Math.Max(0, contradictions.Count - MostContradictions),
            await quotes.ReadAsync(shown, record, cancellation), walk, period, cells.Sum(cell => cell.Claims.Count),
            [.. TimelineDownloads.Images(path, known), .. TimelineDownloads.Of(filters, known, "csv", "json")]);
    }
}
