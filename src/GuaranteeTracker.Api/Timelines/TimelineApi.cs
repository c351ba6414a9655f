using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>The route of the timeline.</summary>
internal static class TimelineApi
{
    private const string Path = "/api/timeline";

    public static void MapTimeline(this IEndpointRouteBuilder app) =>
        app.MapRead(Path, GetAsync).WithTags("Timeline")
            .Reads<TimelineAnswer>("getTimeline", "What was said, what changed and who met, in the order of time")
            .WithDescription("Claims, shifts and encounters by the last instant at which each can have happened. With knownAt and v the answer may be cached for ever.")
            .Takes(AddressParameter.Since, AddressParameter.Until, AddressParameter.KnownAt, AddressParameter.Actor, AddressParameter.Topic, AddressParameter.Version);

    private static async Task<IResult> GetAsync(Snapshots snapshots, TimelineReader timeline, HttpContext http, CancellationToken cancellation)
    {
        if (snapshots.Find(http) is { } kept)
        {
            return kept;
        }

        Problem?[] unreadable =
        [
            Moments.TryReadMoment(http, "from", out var from),
            Moments.TryReadMoment(http, "to", out var to),
            Selections.TryRead(http, out var shown),
        ];
        return unreadable.FirstOrDefault(problem => problem is not null) is { } first
            ? new ProblemResult(first)
            : await snapshots.AnswerAsync(
                http, Path, [.. Period(from?.Earliest, to?.End), .. Selections.Write(shown)],
                record => timeline.ReadAsync(from?.Earliest, to?.End, shown, record, cancellation), cancellation);
    }

    private static IEnumerable<string> Period(DateTime? from, DateTime? to) =>
        new[] { (Name: "from", At: from), (Name: "to", At: to) }
            .Where(bound => bound.At is not null)
            .Select(bound => string.Create(CultureInfo.InvariantCulture, $"{bound.Name}={bound.At:yyyy-MM-ddTHH:mm:ss.FFFFFF}Z"));
}
