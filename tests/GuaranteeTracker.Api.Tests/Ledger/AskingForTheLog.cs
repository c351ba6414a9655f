using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Ledger;

public sealed class AskingForTheLog(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData("application/x-ndjson")]
    [InlineData(Log.Live)]
    public async Task Strangers_are_refused_even_where_reading_is_open(string accept)
    {
        await tracker.RefusesAsync(401, "not-authenticated", () => AskAsync(tracker.Public, Log.Path, accept));
    }

    [Fact]
    public async Task A_reader_reads_it()
    {
        const string key = "a-readers-key-0123456789";
        tracker.Services.GetRequiredService<KeyRing>().Add(key, new("reader", Role.Reader));
        using var reader = tracker.Client(key);

        (await reader.GetAsync(Log.Path)).EnsureSuccessStatusCode();
        (await AskAsync(reader, Log.Path, Log.Live)).EnsureSuccessStatusCode();
    }

    [Theory]
    [InlineData("", "", "application/x-ndjson")]
    [InlineData("", "*/*", "application/x-ndjson")]
    [InlineData("", "application/x-ndjson, text/event-stream", "application/x-ndjson")]
    [InlineData("", "application/*", "application/x-ndjson")]
    [InlineData("", "text/event-stream", Log.Live)]
    [InlineData("", "text/event-stream, */*;q=0.5", Log.Live)]
    [InlineData("", "application/x-ndjson;q=0, */*", Log.Live)]
    [InlineData("?format=event-stream", "application/x-ndjson", Log.Live)]
    [InlineData("?format=ndjson", "text/event-stream", "application/x-ndjson")]
    public async Task The_format_is_what_the_caller_wants_most(string query, string accept, string type)
    {
        using var response = await AskAsync(tracker.Admin, Log.Path + query, accept);
        response.EnsureSuccessStatusCode();
        response.Content.Headers.ContentType!.ToString().Should().Be(type);

        using var head = await AskAsync(tracker.Admin, Log.Path + query, accept, HttpMethod.Head);
        head.EnsureSuccessStatusCode();
        head.Content.Headers.ContentType!.ToString().Should().Be(type);
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("", "application/json")]
    [InlineData("", "application/x-ndjson;q=0")]
    [InlineData("?format=csv", "*/*")]
    public async Task What_there_is_not_is_refused(string query, string accept)
    {
        await tracker.RefusesAsync(406, "not-acceptable-format", () => AskAsync(tracker.Admin, Log.Path + query, accept));
    }

    [Theory]
    [InlineData("after=", 400, "bad-parameter")]
    [InlineData("after=-1", 400, "bad-parameter")]
    [InlineData("after=1.5", 400, "bad-parameter")]
    [InlineData("after=seq:1", 400, "bad-parameter")]
    [InlineData("after=9223372036854775808", 400, "bad-parameter")]
    [InlineData("after=0&after=0", 400, "bad-parameter")]
    [InlineData("after=9223372036854775807", 422, "unknown-moment")]
    [InlineData("limit=many", 400, "bad-parameter")]
    [InlineData("limit=0", 422, "out-of-range")]
    [InlineData("limit=201", 422, "out-of-range")]
    public async Task Parameters_that_cannot_be_used_are_refused(string query, int status, string code)
    {
        await tracker.RefusesAsync(status, code, () => tracker.Admin.GetAsync($"{Log.Path}?{query}"));
    }

    [Theory]
    [InlineData("last", 400, "bad-header")]
    [InlineData("-1", 400, "bad-header")]
    [InlineData("1, 2", 400, "bad-header")]
    [InlineData("99999999999999999999", 400, "bad-header")]
    [InlineData("1000000", 422, "unknown-moment")]
    public async Task A_place_that_the_log_never_gave_out_cannot_be_resumed_at(string lastEventId, int status, string code)
    {
        await tracker.RefusesAsync(status, code, () => tracker.Admin.FollowAsync(lastEventId: lastEventId));
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient caller, string address, string accept, HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        if (accept.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return caller.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
