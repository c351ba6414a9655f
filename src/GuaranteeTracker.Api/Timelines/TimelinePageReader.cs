using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Encounters;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Pages.Quotes;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>Prepares the timeline's page.</summary>
internal sealed class TimelinePageReader(QuoteReader quotes)
{
    private const string Path = "/timeline";

    private const int MostLanes = 24;

    public async Task<TimelinePageModel> ReadAsync(SpokenPeriod asked, Selection shown, HttpContext http, KnownRecord record, CancellationToken cancellation)
    {
        var (from, to) = (asked.From?.Earliest ?? DateTime.MinValue, asked.To?.End ?? DateTime.MaxValue);
        var window = await TimelineWindow.ReadAsync(from, to, shown, record);
        var claims = await quotes.ReadAsync(window.Claims, record, cancellation);
        var known = AsKnown.Of(http, record);
        var period = new Period(asked.From?.UtcDate, asked.To?.UtcDate);
        (string, string?)[] filters = [.. Selections.Fields(shown)];
        (string, string?)[] all = [("from", http.Request.Query["from"].FirstOrDefault()), ("to", http.Request.Query["to"].FirstOrDefault()), .. filters];
        var zooms = new TimelineZooms(other => Links.To(Path, [("from", Day(other.First)), ("to", Day(other.Last)), .. filters, ("knownAt", known.K)]));
        var title = Title(shown, record);
        var lanes = Chart(title, window, claims, asked, record, Links.To("", ("knownAt", known.K)));
        return new(
            new($"Timeline{title}", $"What was said, what changed and who met{title}, day by day, with the exact words.", Links.To(Path, [.. all, ("knownAt", known.K)]))
            {
                Section = "Timeline", Image = Links.To($"{Path}.png", [.. all, ("knownAt", known.K)]), ImageText = "Claims and encounters over time",
                Feed = TimelineDownloads.Feed(filters), IsUnlisted = http.Request.QueryString.HasValue,
            },
            known, period.ToString(), Day(period.First), Day(period.Last), zooms.Of(period, Around(window)), zooms.To(period.Previous), zooms.To(period.Next), Cut(window, filters, asked, known),
            window.Claims.Count + window.Encounters.Count == 0 ? null : SvgWriter.Fragment(LaneChart.Inline(lanes with { Items = [.. lanes.Items.Take(MostLanes)] }), "timeline"), Math.Max(0, lanes.Items.Count - MostLanes),
            Days(window, claims, record), $"{Words.Count(claims.Count, "claim")} and {Words.Count(window.Encounters.Count, "encounter")}",
            Choices.Actors(record, shown.Actors), Choices.Topics(record, shown.Topics), [.. TimelineDownloads.Images(Path, known, all), .. TimelineDownloads.Of(all, known)]);
    }

    /// <summary>The same as an image shows it.</summary>
    public async Task<Lanes> DrawAsync(SpokenPeriod asked, Selection shown, KnownRecord record, CancellationToken cancellation)
    {
        var window = await TimelineWindow.ReadAsync(asked.From?.Earliest ?? DateTime.MinValue, asked.To?.End ?? DateTime.MaxValue, shown, record);
        return Chart(Title(shown, record), window, await quotes.ReadAsync(window.Claims, record, cancellation), asked, record, "");
    }

    private static Lanes Chart(string title, TimelineWindow window, IReadOnlyList<QuotedClaim> claims, SpokenPeriod asked, KnownRecord record, string linkQuery) => TimelineChart.Of(
        $"Timeline{title}", claims, [.. window.Encounters.Select(encounter => CourseLanes.Of(encounter))],
        window.IsCut ? window.From : asked.From?.Earliest, asked.To?.End, linkQuery);

    private static List<TimelineDay> Days(TimelineWindow window, IReadOnlyList<QuotedClaim> claims, KnownRecord record)
    {
        var said = claims.ToLookup(claim => DateOnly.FromDateTime(claim.At));
        var met = window.Encounters.ToLookup(encounter => encounter.Content.Date.MarkedDay);
        return [.. said.Select(day => day.Key).Union(met.Select(day => day.Key)).Order().Select(day => new TimelineDay(day, [.. met[day].Select(encounter => ShownEncounter.Of(encounter, record))], [.. said[day]]))];
    }

    /// <summary>The last day shown on which something has an end.</summary>
    private static DateOnly? Around(TimelineWindow window)
    {
        var instants = window.Claims.Select(claim => claim.Claim.Effective)
            .Concat(window.Encounters.Select(encounter => encounter.Content.Date.Mark)).ToList();
        return instants.Count == 0 ? null : DateOnly.FromDateTime(instants.Max());
    }

    private static Narrowed? Cut(TimelineWindow window, (string, string?)[] filters, SpokenPeriod asked, AsKnown known)
    {
        if (!window.IsCut)
        {
            return null;
        }

        var sentence = $"There are {window.All:N0} claims and encounters in this period, more than a page holds: the last {window.Claims.Count + window.Encounters.Count:N0} are shown.";
        return window.IsOneInstant
            ? new($"{sentence} Narrow it with an actor or a topic to see the others.", null)
            : new(sentence, Links.To(Path, [("from", asked.From is { } first ? Words.Iso(first.Earliest) : null), ("to", Words.Iso(window.From.AddMicroseconds(-1))), .. filters, ("knownAt", known.K)]));
    }

    private static string Title(Selection shown, KnownRecord record)
    {
        var actors = shown.Actors.Count is > 0 and <= 3 ? Words.List(shown.Actors.Order(StringComparer.Ordinal).Select(record.NameOf)) : shown.Actors.Count > 0 ? Words.Count(shown.Actors.Count, "actor") : null;
        var known = shown.Topics.Where(topic => record.Catalogue.Topics.At(topic, record.K) is not null).Order(StringComparer.Ordinal).ToList();
        var topics = known.Count is > 0 and <= 2 ? Words.List(known.Select(topic => record.LabelOf(topic).Title)) : shown.Topics.Count > 0 ? Words.Count(shown.Topics.Count, "topic") : null;
        return $"{(actors is null ? "" : $" of {actors}")}{(topics is null ? "" : $" on {topics}")}";
    }

    private static string? Day(DateOnly? day) => day is { } date ? Words.Iso(date) : null;
}
