using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Ledger;

/// <summary>The route of the event log: a page of NDJSON, or live as server-sent events.</summary>
internal static class EventsApi
{
    private const string Path = "/api/events", KnownSequence = "Known-Sequence", Leaf = "leaf";

    public static void MapEvents(this IEndpointRouteBuilder app) =>
        app.MapRead(Path, GetAsync).WithTags("Ledger")
            .Reads<LoggedEvent>("listEvents", "The event log, in sequence order", Access.Log, Format.NdJson.Type, Format.EventStream.Type)
            .WithDescription(
                "A line of JSON for each event up to the last checkpoint, which the header Known-Sequence names. Link with rel=\"next\" leads to the next page where there is one; "
                + "a page may hold less than limit. With Accept: text/event-stream the log goes on live: id is the sequence, event the type, data the same line.")
            .Takes(
                AddressParameter.After, AddressParameter.Limit, AddressParameter.Format("ndjson or event-stream"),
                new(Leaf, "true: each line of a page has in leaf the event's index in the tree and its stored headers, so that its leaf can be made from the line.", "true"))
            .TakesHeader(LiveEvents.LastEventId, "Resumes the live log after this sequence number; wins over after.");

    private static async Task<IResult> GetAsync(
        EventLog log, LiveEvents live, RecordReader record, PublicAddress address, HttpContext http, CancellationToken cancellation)
    {
        if (Formats.Choose(http.Request, Format.NdJson, Format.EventStream) is not { } format)
        {
            return new ProblemResult(ProblemHandling.OfStatus(StatusCodes.Status406NotAcceptable));
        }

        var isLive = format == Format.EventStream;
        var limit = 0;
        if (TryReadAfter(http, isLive, out var after) is { } unreadable)
        {
            return new ProblemResult(unreadable);
        }

        var leaf = http.Request.Query[Leaf];
        if (leaf is not ([] or ["true"] or ["false"]))
        {
            return new ProblemResult(Problems.BadParameter(Leaf, "Send leaf=true or leaf=false, once."));
        }

        if (!isLive && PageLimit.TryRead(http, out limit) is { } outOfRange)
        {
            return new ProblemResult(outOfRange);
        }

        if (await record.ReadAsync(new KnownAt.Sequence(after), cancellation) is null)
        {
            return new ProblemResult(new(422, "unknown-moment", "This log does not reach that far. Ask with the sequence number of an event that it has, or from the beginning."));
        }

        var last = (await record.ReadSettledAsync(cancellation)).K;
        if (isLive)
        {
            await live.SendAsync(http, after, last);
            return TypedResults.Empty;
        }

        var (lines, isLast) = await log.ReadAsync(after, last, limit, leaf is ["true"], cancellation);
        http.Response.Headers[KnownSequence] = last.ToString(CultureInfo.InvariantCulture);
        if (!isLast)
        {
            var asked = http.Request.Query.ContainsKey("format") ? "&format=ndjson" : "";
            var leaves = leaf is ["true"] ? "&leaf=true" : "";
            var next = address.Of(string.Create(CultureInfo.InvariantCulture, $"{Path}?after={lines[^1].Sequence}&limit={limit}{asked}{leaves}"));
            http.Response.Headers.Append(HeaderNames.Link, $"<{next}>; rel=\"next\"");
        }

        return ReadAnswer.Parts(http, Format.NdJson, [.. lines.Select(line => line.Json)]);
    }

    private static Problem? TryReadAfter(HttpContext http, bool isLive, out long after)
    {
        var (resumed, given) = (http.Request.Headers[LiveEvents.LastEventId], http.Request.Query["after"]);
        after = 0;
        return isLive && resumed.Count > 0
            ? TryReadSequence(resumed, out after) ? null : new(400, "bad-header", "Send Last-Event-ID once, with the id of the last event you have: Last-Event-ID: 120.")
            : given.Count == 0 || TryReadSequence(given, out after) ? null
            : Problems.BadParameter("after", "Send after once, with the sequence number of the last event you have: after=120.");
    }

    private static bool TryReadSequence(IReadOnlyList<string?> given, out long sequence)
    {
        sequence = 0;
        return given.Count == 1 && long.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out sequence);
    }
}
