using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Reading;

public sealed class PagingThroughLists(Tracker tracker) : IClassFixture<Tracker>
{
    private const int Topics = 130;

    [Fact]
    public async Task A_walk_neither_skips_nor_repeats_a_row_whatever_is_recorded_meanwhile()
    {
        await RecordTopicsAsync();
        var page = await PageAsync(tracker.Public, "/api/topics");
        page.Rows.Should().HaveCount(50, "that is the default");
        page.Known.Should().EndWith("\"pending\":0}", "lists answer at a checkpoint");
        var (rows, known) = (new List<JsonNode>(page.Rows), page.Known);

        for (var i = 0; page.Next is not null; i++)
        {
            await Subject.MustAsync(tracker.Admin.PutAsync($"/api/topics/topic-{i:000}-new", Samples.Topic("New")));
            await Subject.MustAsync(tracker.Admin.PutAsync($"/api/topics/topic-{i + 100:000}", Samples.Topic($"Reworded {i}"), ("If-Match", "*")));
            page = await PageAsync(tracker.Public, new Uri(page.Next).PathAndQuery.Replace("limit=50", "limit=37", StringComparison.Ordinal));
            page.Known.Should().Be(known, "the whole walk is taken at one checkpoint");
            rows.AddRange(page.Rows);
        }

        rows.Select(row => row["id"]!.GetValue<string>()).Where(id => id.StartsWith("topic-", StringComparison.Ordinal)).Should().Equal(Enumerable.Range(0, Topics).Select(i => $"topic-{i:000}"));
        rows.Should().NotContain(row => row["title"]!.GetValue<string>().StartsWith("Reworded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_holds_up_to_two_hundred_rows_and_the_last_one_has_no_next()
    {
        await RecordTopicsAsync();

        (await PageAsync(tracker.Public, "/api/topics?limit=1")).Rows.Should().ContainSingle();
        var whole = await PageAsync(tracker.Public, "/api/topics?limit=200");
        whole.Rows.Count.Should().BeGreaterThanOrEqualTo(Topics);
        whole.Next.Should().BeNull();
        (await PageAsync(tracker.Public, $"/api/topics?limit={whole.Rows.Count}")).Next.Should().BeNull("a page that is just full is the last one");
    }

    [Fact]
    public async Task The_next_page_is_an_absolute_address_whatever_a_caller_calls_the_host()
    {
        await RecordTopicsAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/topics?limit=2") { Headers = { Host = "localhost:81" } };
        using var response = await tracker.Public.SendAsync(request);

        var next = (await response.JsonAsync())["next"]!.GetValue<string>();
        next.Should().StartWith("https://tracker.example.org/api/topics?limit=2&cursor=");
        response.Headers.GetValues("Link").Should().Equal($"<{next}>; rel=\"next\"");
    }

    [Fact]
    public async Task Encounters_come_by_their_first_possible_moment()
    {
        await tracker.RecordCatalogueAsync();
        foreach (var date in new[] { "2025-08-19", "2025-08-11/2025-08-17", "2025-08-18", "../2025-08-20", "2025-08-18T10:00:00Z" })
        {
            await Subject.MustAsync(tracker.Admin.PostAsync("/api/encounters", new JsonObject { ["title"] = "Meeting", ["date"] = date, ["present"] = new JsonArray("us", "russia") }));
        }

        await tracker.SettleAsync();
        var rows = new List<JsonNode>();
        for (var address = "/api/encounters?limit=2"; address is not null;)
        {
            var page = await PageAsync(tracker.Public, address);
            rows.AddRange(page.Rows);
            address = page.Next is null ? null : new Uri(page.Next).PathAndQuery;
        }

        rows.Select(row => row["date"]!.GetValue<string>()).Should().Equal("../2025-08-20", "2025-08-11/2025-08-17", "2025-08-18", "2025-08-18T10:00:00Z", "2025-08-19");
    }

    [Fact]
    public async Task A_cursor_that_this_list_did_not_give_out_is_refused()
    {
        await tracker.RecordCatalogueAsync();
        await RecordTopicsAsync();
        var topics = Cursor(await PageAsync(tracker.Public, "/api/topics?limit=1"));
        var actors = Cursor(await PageAsync(tracker.Public, "/api/actors?limit=1"));
        string[] forged =
        [
            "", "x", "\u00E9", new string('A', 2_000), actors, topics[..^1], topics + "AA", topics.ToUpperInvariant(), $"{topics}&cursor={topics}",
            .. Enumerable.Range(0, topics.Length).Select(i => $"{topics[..i]}{(topics[i] == 'A' ? 'B' : 'A')}{topics[(i + 1)..]}"),
        ];

        foreach (var cursor in forged)
        {
            using var response = await tracker.Public.GetAsync($"/api/topics?cursor={cursor}");
            response.StatusCode.Should().Be(HttpStatusCode.BadRequest, cursor);
            (await response.JsonAsync())["type"]!.GetValue<string>().Should().Be("/problems/bad-cursor");
        }
    }

    [Theory]
    [InlineData("0", HttpStatusCode.UnprocessableEntity)]
    [InlineData("-1", HttpStatusCode.UnprocessableEntity)]
    [InlineData("201", HttpStatusCode.UnprocessableEntity)]
    [InlineData("many", HttpStatusCode.BadRequest)]
    [InlineData("1.5", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("99999999999999999999", HttpStatusCode.BadRequest)]
    [InlineData("1&limit=1", HttpStatusCode.BadRequest)]
    public async Task A_limit_is_a_whole_number_from_1_to_200(string limit, HttpStatusCode status)
    {
        using var response = await tracker.Public.GetAsync($"/api/actors?limit={limit}");

        response.StatusCode.Should().Be(status);
        (await response.JsonAsync())["errors"]!["limit"]![0]!.GetValue<string>().Should().EndWith(".");
    }

    private async Task RecordTopicsAsync()
    {
        await Task.WhenAll(Enumerable.Range(0, Topics).Select(i => tracker.Admin.PutAsync($"/api/topics/topic-{i:000}", Samples.Topic($"Topic {i}"))));
        await tracker.SettleAsync();
    }

    private static string Cursor(Page page) => page.Next!.Split("cursor=")[1];

    private static async Task<Page> PageAsync(HttpClient client, string address)
    {
        var page = await client.GetJsonAsync(address);
        return new([.. page["items"]!.AsArray().Select(row => row!)], page["known"]!.ToJsonString(), (string?)page["next"]);
    }

    private sealed record Page(IReadOnlyList<JsonNode> Rows, string Known, string? Next);
}
