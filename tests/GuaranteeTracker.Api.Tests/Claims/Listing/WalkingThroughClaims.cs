using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Claims.Listing;

public sealed class WalkingThroughClaims(Tracker tracker) : IClassFixture<Tracker>
{
    private const int Claims = 40;

    [Theory]
    [InlineData("stated")]
    [InlineData("-stated")]
    [InlineData("recorded")]
    [InlineData("-recorded")]
    public async Task A_walk_neither_skips_nor_repeats_a_claim_whatever_is_recorded_meanwhile(string sort)
    {
        var (subject, claims) = await RecordAsync();
        await subject.RecordClaimAsync("commits", "2025-08-10");
        await tracker.SettleAsync();
        var address = $"/api/claims?topic={subject.Topic}&stance=open&sort={sort}&limit=7";
        var whole = (await tracker.Public.GetJsonAsync(address.Replace("limit=7", "limit=200", StringComparison.Ordinal)))["items"]!.AsArray().Select(claim => claim!["id"]!.GetValue<string>()).ToList();
        var known = "";
        var walked = new List<string>();
        for (var next = await WalkAsync(address); next is not null; next = await WalkAsync(next))
        {
            await subject.RecordClaimAsync("rejects", "2025-08-01");
            await subject.RecordClaimAsync("rejects", "2025-08-19");
            var moved = subject.Claim("rejects", "2025-08-20");
            moved.Remove("id");
            await Subject.MustAsync(tracker.Admin.PostAsync(
                $"/api/claims/{claims[walked.Count % claims.Count]}/correction", new JsonObject { ["reason"] = "misread", ["claim"] = moved }, ("If-Match", "*")));
        }

        walked.Should().Equal(whole, "those that were there when the walk began, in their order").And.HaveCount(Claims);

        async Task<string?> WalkAsync(string page)
        {
            var list = await tracker.Public.GetJsonAsync(new Uri(new Uri("http://x"), page).PathAndQuery);
            known = known.Length == 0 ? list["known"]!.ToJsonString() : known;
            list["known"]!.ToJsonString().Should().Be(known, "the whole walk is taken at one checkpoint");
            list["items"]!.AsArray().Should().OnlyContain(claim => claim!["stance"]!.GetValue<string>() == "open");
            walked.AddRange(list["items"]!.AsArray().Select(claim => claim!["id"]!.GetValue<string>()));
            return list["next"]?.GetValue<string>();
        }
    }

    [Fact]
    public async Task A_cursor_carries_filter_order_and_K_and_takes_the_same_ones_beside_it()
    {
        var (subject, _) = await RecordAsync();
        var filter = $"topic={subject.Topic}&sort=-stated&stance=open&stance=commits";
        var first = await tracker.Public.GetJsonAsync($"/api/claims?{filter}&limit=5");
        var cursor = Cursor(first);

        var alone = await tracker.Public.GetStringAsync($"/api/claims?cursor={cursor}&limit=5");
        var beside = await tracker.Public.GetStringAsync($"/api/claims?stance=commits&stance=open&topic={subject.Topic}&sort=-stated&cursor={cursor}&limit=5");

        JsonNode.Parse(alone)!["items"]!.AsArray().Should().HaveCount(5);
        beside.Should().Be(alone);
    }

    [Theory]
    [InlineData("topic=another")]
    [InlineData("sort=recorded")]
    [InlineData("sort=-stated")]
    [InlineData("status=live")]
    [InlineData("knownAt=seq:1")]
    public async Task A_cursor_of_another_filter_order_or_K_is_refused_by_name(string other)
    {
        var (subject, _) = await RecordAsync();
        var cursor = Cursor(await tracker.Public.GetJsonAsync($"/api/claims?topic={subject.Topic}&limit=5"));

        using var response = await tracker.Public.GetAsync($"/api/claims?{other}&cursor={cursor}");

        await ShouldNameAsync(response, "cursor");
    }

    [Fact]
    public async Task A_cursor_that_somebody_changed_is_refused_wherever_the_change_is()
    {
        var (subject, _) = await RecordAsync();
        var cursor = Cursor(await tracker.Public.GetJsonAsync($"/api/claims?topic={subject.Topic}&limit=5"));
        for (var i = 0; i < cursor.Length; i += 7)
        {
            var changed = cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..];
            using var response = await tracker.Public.GetAsync($"/api/claims?cursor={changed}");
            await ShouldNameAsync(response, "cursor");
        }
    }

    [Fact]
    public async Task The_cursor_of_another_list_is_refused()
    {
        await RecordAsync();
        var cursor = Cursor(await tracker.Public.GetJsonAsync("/api/actors?limit=1"));

        using var response = await tracker.Public.GetAsync($"/api/claims?cursor={cursor}");

        await ShouldNameAsync(response, "cursor");
    }

    private static async Task ShouldNameAsync(HttpResponseMessage response, string parameter)
    {
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.JsonAsync())["errors"]![parameter].Should().NotBeNull();
    }

    private static string Cursor(JsonObject list) => list["next"]!.GetValue<string>().Split("cursor=")[1];

    private async Task<(Subject Subject, List<Guid> Claims)> RecordAsync()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claims = new List<Guid>();
        for (var i = 0; i < Claims; i++)
        {
            claims.Add(await subject.RecordClaimAsync("open", $"2025-08-{1 + (i % 18):00}"));
        }

        await tracker.SettleAsync();
        return (subject, claims);
    }
}
