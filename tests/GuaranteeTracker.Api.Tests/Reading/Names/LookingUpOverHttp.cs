using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Readme;

namespace GuaranteeTracker.Api.Tests.Reading.Names;

public sealed class LookingUpOverHttp(SeededTracker tracker) : IClassFixture<SeededTracker>
{
    [Theory]
    [InlineData("/api/actors?q=Zelenskiy+Volodymir", "volodymyr-zelensky", "similar")]
    [InlineData("/api/actors?q=Puttin", "vladimir-putin", "similar")]
    [InlineData("/api/actors?q=Brittain", "uk", "similar")]
    [InlineData("/api/actors?q=Coalition%20of%20the%20wiling", "coalition-of-the-willing", "similar")]
    [InlineData("/api/actors?q=britain", "uk", "alias")]
    [InlineData("/api/actors?q=donald-trump", "donald-trump", "exact")]
    [InlineData("/api/topics?q=us-air-support", "us-air-support", "exact")]
    [InlineData("/api/topics?q=reassurence", "reassurance-force", "similar")]
    [InlineData("/api/topics?q=multinational", "reassurance-force", "contained")]
    [InlineData("/api/topics?q=reas", "reassurance-force", "prefix")]
    public async Task What_is_meant_comes_first_and_is_obvious(string address, string id, string match)
    {
        var first = (await tracker.Public.GetJsonAsync(address))["items"]![0]!;

        ((string?)first["id"], (string?)first["match"], (bool)first["obvious"]!).Should().Be((id, match, true));
    }

    [Theory]
    [InlineData("/api/actors?q=Macron")]
    [InlineData("/api/topics?q=fishing+quotas")]
    public async Task Where_there_is_nothing_like_it_the_list_is_empty(string address)
    {
        var found = await tracker.Public.GetJsonAsync(address);

        found["items"]!.AsArray().Should().BeEmpty();
        found["next"].Should().BeNull();
    }

    [Fact]
    public async Task Without_a_wish_nothing_is_matched_and_all_come_by_id()
    {
        var items = (await tracker.Public.GetJsonAsync("/api/actors"))["items"]!.AsArray();

        items.Select(item => (string)item!["id"]!).Should().BeInAscendingOrder(StringComparer.Ordinal).And.HaveCount(14);
        items.Any(item => item!["match"] is not null || (bool)item["obvious"]!).Should().BeFalse();
    }

    [Fact]
    public async Task Pages_of_what_is_found_follow_one_another_in_the_same_order()
    {
        var whole = Ids(await tracker.Public.GetJsonAsync("/api/topics?q=us"));
        var walked = new List<string>();
        for (var address = "/api/topics?q=us&limit=2"; address is not null;)
        {
            var page = await tracker.Public.GetJsonAsync(address);
            walked.AddRange(Ids(page));
            address = (string?)page["next"] is { } next ? new Uri(next).PathAndQuery : null;
        }

        walked.Should().Equal(whole).And.HaveCountGreaterThan(4);
    }

    [Fact]
    public async Task A_cursor_goes_on_with_its_own_wish_alone()
    {
        var next = new Uri((string)(await tracker.Public.GetJsonAsync("/api/topics?q=us&limit=1"))["next"]!).PathAndQuery;

        foreach (var other in new[] { next.Replace("q=us&", "q=u&", StringComparison.Ordinal), next.Replace("q=us&", "", StringComparison.Ordinal), next.Replace("topics", "actors", StringComparison.Ordinal) })
        {
            using var response = await tracker.Public.GetAsync(other);
            (response.StatusCode, (string?)(await response.JsonAsync())["type"]).Should().Be((HttpStatusCode.BadRequest, "/problems/bad-cursor"), other);
        }
    }

    [Theory]
    [InlineData("q=", 422, "q")]
    [InlineData("q=%20%09", 422, "q")]
    [InlineData("q=us&q=uk", 400, "q")]
    [InlineData("q=%00", 400, "q")]
    [InlineData("name=us", 400, "name")]
    [InlineData("Q=us", 400, "Q")]
    [InlineData("q=us&knownAt=seq:1", 400, "knownAt")]
    public async Task A_wish_that_cannot_be_read_is_refused_by_name(string query, int status, string parameter)
    {
        foreach (var list in new[] { "/api/actors", "/api/topics" })
        {
            using var response = await tracker.Public.GetAsync($"{list}?{query}");

            ((int)response.StatusCode).Should().Be(status);
            (await response.JsonAsync())["errors"]![parameter].Should().NotBeNull();
        }
    }

    [Fact]
    public async Task A_wish_is_as_long_as_a_name_can_be()
    {
        (await tracker.Public.GetJsonAsync($"/api/actors?q={new string('a', 200)}"))["items"]!.AsArray().Should().BeEmpty();
        (await tracker.Public.GetJsonAsync($"/api/actors?q={string.Concat(Enumerable.Repeat("%EF%B7%BA", 200))}"))["items"]!.AsArray().Should().BeEmpty("letters that become many are no harm");

        using var response = await tracker.Public.GetAsync($"/api/actors?q={new string('a', 201)}");
        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Every_name_and_id_on_record_finds_its_own_first()
    {
        foreach (var list in new[] { "actors", "topics" })
        {
            foreach (var item in (await tracker.Public.GetJsonAsync($"/api/{list}?limit=200"))["items"]!.AsArray())
            {
                foreach (var name in new[] { item!["id"], item["name"] ?? item["title"] })
                {
                    var first = (await tracker.Public.GetJsonAsync($"/api/{list}?limit=1&q={Uri.EscapeDataString((string)name!)}"))["items"]![0]!;
                    ((string?)first["id"], (string?)first["match"], (bool)first["obvious"]!).Should().Be(((string?)item["id"], "exact", true));
                }
            }
        }
    }

    private static IEnumerable<string> Ids(JsonObject page) => page["items"]!.AsArray().Select(item => (string)item!["id"]!);
}
