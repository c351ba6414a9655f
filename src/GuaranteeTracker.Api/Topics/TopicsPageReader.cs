using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Topics;

/// <summary>Prepares the list of topics.</summary>
internal static class TopicsPageReader
{
    private const int TopicsOnAPage = 100;

    /// <param name="asOf">D of the positions that are counted.</param>
    /// <param name="wish">What the list is narrowed with; null for all.</param>
    /// <returns>A <see cref="TopicsPageModel"/>, or why there is none.</returns>
    public static async Task<object> ReadAsync(DateTime asOf, string? wish, int page, HttpContext http, KnownRecord record)
    {
        var found = TopicList.Find(wish, record).Select(topic => TopicLabel.Of(topic.Thing.State));
        var ordered = wish is null ? found.OrderBy(topic => topic.Title, StringComparer.OrdinalIgnoreCase).ThenBy(topic => topic.Id, StringComparer.Ordinal) : found;
        var shown = PageNumber.Cut(http, ordered.ToList(), page, TopicsOnAPage, out var walk);
        if (walk is null)
        {
            return PageNumber.BeyondTheEnd;
        }

        var rows = new List<TopicRow>();
        foreach (var topic in shown)
        {
            var timeline = await record.TimelineAsync(topic.Id);
            var outline = Outline.Of([timeline], record.Catalogue.Mandates, new(asOf, record.K), Selection.Everything);
            var days = SpokenDays.Around([timeline], record.K, DateOnly.MinValue);
            rows.Add(new(topic, outline.Counts.Cells, days.First, days.Last));
        }

        var known = AsKnown.Of(http, record, asOf);
        return new TopicsPageModel(
            new("Topics", "What actors are for or against: every topic, with how many have taken a position.", Links.To("/topics", ("knownAt", known.K)))
            {
                Section = "Topics", IsUnlisted = http.Request.QueryString.HasValue,
            },
            known, wish ?? "", rows, walk);
    }
}

/// <summary>All topics, for people.</summary>
/// <param name="Wish">What the list was narrowed with; empty where it was not.</param>
public sealed record TopicsPageModel(PageHead Head, AsKnown Known, string Wish, IReadOnlyList<TopicRow> Topics, PageWalk Walk);

/// <param name="Positions">How many actors have a position now.</param>
/// <param name="First">The first day on which a claim on it counts; null where there is none.</param>
/// <param name="Last">The last such day; it may lie in the future.</param>
public sealed record TopicRow(TopicLabel Topic, int Positions, DateOnly? First, DateOnly? Last);
