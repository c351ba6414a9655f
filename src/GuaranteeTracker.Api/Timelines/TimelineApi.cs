using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Pictures;

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

        return TryRead(http, out var from, out var to, out var shown) is { } unreadable
            ? new ProblemResult(unreadable)
            : await snapshots.AnswerAsync(
                http, Path, [.. Period(from, to), .. Selections.Write(shown)],
                record => timeline.ReadAsync(from, to, shown, record, cancellation), cancellation);
    }

    /// <param name="from">The first instant to show, UTC; null: from the beginning.</param>
    /// <param name="to">The last instant to show, UTC; null: to the end.</param>
    internal static Problem? TryRead(HttpContext http, out DateTime? from, out DateTime? to, out Selection shown)
    {
        Problem?[] unreadable =
        [
            Moments.TryReadMoment(http, "from", out var since),
            Moments.TryReadMoment(http, "to", out var until),
            Selections.TryRead(http, out shown),
        ];
        (from, to) = (since?.Earliest, until?.End);
        return unreadable.FirstOrDefault(problem => problem is not null);
    }

    /// <summary>As an address has it.</summary>
    internal static IEnumerable<string> Period(DateTime? from, DateTime? to) =>
        new[] { (Name: "from", At: from), (Name: "to", At: to) }
            .Where(bound => bound.At is not null)
            .Select(bound => string.Create(CultureInfo.InvariantCulture, $"{bound.Name}={bound.At:yyyy-MM-ddTHH:mm:ss.FFFFFF}Z"));
}
