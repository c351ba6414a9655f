using System.Globalization;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>A page of the log.</summary>
/// <param name="Known">The checkpoint that it was taken at.</param>
/// <param name="Next">Where the next page is; null on the last one.</param>
internal sealed record LogPage(IReadOnlyList<JsonObject> Events, long Known, string? Next)
{
    public IEnumerable<long> Sequences => Events.Select(e => e["sequence"]!.GetValue<long>());
}

/// <summary>The log as its readers ask for it.</summary>
internal static class Log
{
    public const string Path = "/api/events", Live = "text/event-stream";

    public static async Task<LogPage> PageAsync(this Tracker tracker, string address = Path)
    {
        using var response = await tracker.Admin.GetAsync(address);
        var body = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeTrue(body);
        response.Content.Headers.ContentType!.ToString().Should().Be("application/x-ndjson");
        (body.Length == 0 || body.EndsWith('\n')).Should().BeTrue("each line ends");
        var next = response.Headers.TryGetValues("Link", out var links) ? new Uri(links.Single().Split('<', '>')[1]).PathAndQuery : null;
        return new(
            [.. body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())],
            long.Parse(response.Headers.GetValues("Known-Sequence").Single(), CultureInfo.InvariantCulture), next);
    }

    /// <summary>Asks for the live log.</summary>
    public static async Task<HttpResponseMessage> FollowAsync(this HttpClient reader, string address = Path, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Accept = { MediaTypeWithQualityHeaderValue.Parse(Live) } } };
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        return await reader.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>As many events as that, then leaves.</summary>
    public static async Task<List<SseItem<string>>> TakeAsync(this HttpClient reader, int count, string address = Path, string? lastEventId = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var response = await reader.FollowAsync(address, lastEventId);
        response.IsSuccessStatusCode.Should().BeTrue();
        response.Content.Headers.ContentType!.ToString().Should().Be(Live);
        return await SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync(patience.Token).Take(count).ToListAsync(patience.Token);
    }

    public static long Sequence(this SseItem<string> item) => long.Parse(item.EventId!, CultureInfo.InvariantCulture);

    /// <summary>The sequence numbers of all events, in their order, as the database has them.</summary>
    public static Task<long[]> StoredSequencesAsync(this Tracker tracker) =>
        tracker.QueryAsync<long[]>($"select coalesce(array_agg(seq_id order by seq_id), array[]::bigint[]) from {Tables.Events} where type <> 'tombstone'");

    /// <summary>So many topics, one after the other.</summary>
    public static async Task RecordTopicsAsync(this Tracker tracker, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Subject.MustAsync(tracker.Admin.PutAsync($"/api/topics/topic-{Guid.NewGuid():N}", Samples.Topic()));
        }
    }
}
