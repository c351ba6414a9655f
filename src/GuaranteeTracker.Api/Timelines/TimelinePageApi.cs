using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading;

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
        TimelineApi.TryRead(http, out var period, out var shown) is { } problem
            ? new ProblemResult(problem)
            : await pages.AnswerAsync<TimelinePage>(
                http,
                async record => await reader.ReadAsync(period, shown, http, record, cancellation),
                cancellation,
                pinned => mementos.HeadersOf(Path, [.. period.Reach.Write(), .. Selections.Write(shown)], pinned));

    private static Delegate Draw(Format format) =>
        (Snapshots snapshots, TimelinePageReader reader, PublicAddress address, HttpContext http, CancellationToken cancellation) => DrawAsync(format, snapshots, reader, address, http, cancellation);

    private static async Task<IResult> DrawAsync(
        Format format, Snapshots snapshots, TimelinePageReader reader, PublicAddress address, HttpContext http, CancellationToken cancellation)
    {
        if (snapshots.Find(http, format) is { } kept)
        {
            return kept;
        }

        if (TimelineApi.TryRead(http, out var period, out var shown) is { } problem)
        {
            return new ProblemResult(problem);
        }

        string[] filters = [.. period.Reach.WriteShort(), .. Selections.Write(shown)];
        return await snapshots.AnswerAsync(
            http, $"{Path}.{format.Name}", filters,
            async record =>
            {
                var lanes = await reader.DrawAsync(period, shown, record, cancellation);
                return format.Write(LaneChart.Image(lanes, Provenance.Foot(lanes, record), Provenance.Address(address, Path, record, filters)));
            },
            cancellation);
    }
}
