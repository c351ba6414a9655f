using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Ledger;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>The route of the timeline, in every format.</summary>
internal static class TimelineApi
{
    public const string Path = "/api/timeline";

    private static readonly Format[] _formats = [Format.Json, TimelineJs.Format, Format.Csv, TimelineFeed.Format, TimelineCalendar.Format];

    public static void MapTimeline(this IEndpointRouteBuilder app) =>
        app.MapRead(Path, GetAsync).WithTags("Timeline")
            .Reads<TimelineAnswer>(
                "getTimeline", "What was said, what changed and who met, in the order of time",
                Access.Reading, "application/json", "text/csv", "application/atom+xml", "text/calendar")
            .WithDescription(
                "Claims, shifts and encounters by the last instant at which each can have happened. With knownAt and v the answer may be cached for ever. "
                + "The schema is that of format=json; docs/formats.md tells of the others.")
            .Takes(
                AddressParameter.Since, AddressParameter.Until, AddressParameter.KnownAt, AddressParameter.Actor, AddressParameter.Topic, AddressParameter.Version,
                AddressParameter.Format("json, timelinejs, csv, atom or ics (encounters only)"));

    private static async Task<IResult> GetAsync(Snapshots snapshots, TimelineReader timelines, TimelineExporter exporter, LedgerCheckpoints checkpoints, HttpContext http, CancellationToken cancellation)
    {
        if (Formats.Choose(http.Request, _formats) is not { } format)
        {
            return new ProblemResult(ProblemHandling.OfStatus(StatusCodes.Status406NotAcceptable));
        }

        if (snapshots.Find(http, format) is { } kept)
        {
            return kept;
        }

        if (TryRead(http, out var period, out var shown) is { } unreadable)
        {
            return new ProblemResult(unreadable);
        }

        var reach = period.Reach;
        IReadOnlyList<string> query = [.. reach.Write(), .. Selections.Write(shown)];
        IReadOnlyList<string> filters = format == Format.Json ? query : [.. query, $"format={format.Name}"];
        return await snapshots.AnswerAsync(http, Path, filters, AnswerAsync, cancellation);

        async Task<object> AnswerAsync(KnownRecord record)
        {
            var answer = format == TimelineCalendar.Format ? TimelineReader.ReadEncounters(reach, shown, record)
                : format == TimelineFeed.Format ? await timelines.ReadNewestAsync(reach, shown, record, cancellation)
                : await timelines.ReadAsync(reach, shown, record, cancellation);
            if (format == Format.Json || answer is not TimelineAnswer timeline)
            {
                return answer;
            }

            var head = HeadOf(timeline, format, query, snapshots.Pin(Path, filters, record.Known));
            return await exporter.GatherAsync(timeline, head, shown, record, format == TimelineFeed.Format, cancellation) is { } export
                ? Write(format, export, await checkpoints.CoveringAsync(record.Known, cancellation))
                : TimelineReader.TooMany;
        }
    }

    private static ExportHead HeadOf(TimelineAnswer timeline, Format format, IEnumerable<string> query, string? pinned) => new(
        string.Join('&', query), ExportHead.Between(timeline.From, timeline.To),
        timeline.Items.Count, timeline.Known, pinned);

    private static Written Write(Format format, TimelineExport export, StoredCheckpoint? checkpoint)
    {
        var (bytes, extension) = format.Name switch
        {
            "timelinejs" => (TimelineJs.Write(export), "json"),
            "csv" => (TimelineCsv.Write(export), "csv"),
            "atom" => (TimelineFeed.Write(export), "atom"),
            "ics" => (TimelineCalendar.Write(export), "ics"),
            _ => throw new NotSupportedException($"Nothing writes a timeline as {format.Name}."),
        };
        return new(format, bytes, export.Head.Headers($"timeline-{export.Head.Known.Sequence}.{extension}", checkpoint));
    }

    internal static Problem? TryRead(HttpContext http, out SpokenPeriod period, out Selection shown) =>
        Problems.First(SpokenPeriod.TryRead(http, out period), Selections.TryRead(http, out shown));
}
