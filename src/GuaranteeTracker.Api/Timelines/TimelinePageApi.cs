using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Pages.Quotes;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>The routes of the timeline's page and images.</summary>
internal static class TimelinePageApi
{
    private const string Path = "/timeline";

    public static void MapTimelinePage(this IEndpointRouteBuilder app)
    {
        app.MapPage(Path, GetAsync);
        app.MapImages(
            Path, "Timeline", "getTimelineImage", "What was said and who met", Draw,
            AddressParameter.Since, AddressParameter.Until, AddressParameter.KnownAt, AddressParameter.Actor, AddressParameter.Topic, AddressParameter.Version);
    }

    private static async Task<IResult> GetAsync(PageAnswers pages, TimelinePageReader reader, MementoLinks mementos, HttpContext http, CancellationToken cancellation) =>
        TryRead(http, out var period, out var shown) is { } problem
            ? new ProblemResult(problem)
            : await pages.AnswerAsync<TimelinePage>(
                http,
                async record => await reader.ReadAsync(period, shown, http, record, cancellation),
                cancellation,
                pinned => mementos.HeadersOf(Path, [.. TimelineApi.Period(period.From?.Earliest, period.To?.End), .. Selections.Write(shown)], pinned));

    private static Delegate Draw(Format format) =>
        (Snapshots snapshots, TimelinePageReader reader, PublicAddress address, HttpContext http, CancellationToken cancellation) => DrawAsync(format, snapshots, reader, address, http, cancellation);

    private static async Task<IResult> DrawAsync(
        Format format, Snapshots snapshots, TimelinePageReader reader, PublicAddress address, HttpContext http, CancellationToken cancellation)
    {
        if (snapshots.Find(http, format) is { } kept)
        {
            return kept;
        }

        if (TryRead(http, out var period, out var shown) is { } problem)
        {
            return new ProblemResult(problem);
        }

        string[] filters =
        [
            .. new[] { (Name: "from", At: period.From?.Earliest), (Name: "to", At: period.To?.End) }.Where(bound => bound.At is not null).Select(bound => $"{bound.Name}={Words.Iso(bound.At!.Value)}"),
            .. Selections.Write(shown),
        ];
        return await snapshots.AnswerAsync(
            http, $"{Path}.{format.Name}", filters,
            async record =>
            {
                var lanes = await reader.DrawAsync(period, shown, record, cancellation);
                return format.Write(LaneChart.Image(lanes, Provenance.Foot(lanes, record), Provenance.Address(address, Path, record, filters)));
            },
            cancellation);
    }

    private static Problem? TryRead(HttpContext http, out SpokenPeriod period, out Selection shown)
    {
        Problem?[] unreadable = [SpokenPeriod.TryRead(http, out period), Selections.TryRead(http, out shown)];
        return unreadable.FirstOrDefault(problem => problem is not null);
    }
}
