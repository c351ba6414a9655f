using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Timelines;

/// <summary>What was said, what changed and who met, in the order of time.</summary>
public sealed class ReadingTheTimeline(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Claims_shifts_and_encounters_come_by_their_last_possible_instant_then_kind()
    {
        var subject = await Subject.RecordAsync(tracker);
        var first = await subject.RecordClaimAsync("open", "2025-08-16");
        var second = await subject.RecordClaimAsync("rejects", "2025-08-17/2025-08-18");
        var met = await RecordEncounterAsync("2025-08-18", "us");

        var items = await ItemsAsync($"topic={subject.Topic}&from=2025-08-16&to=2025-08-18");

        items.Where(item => Id(item) == first || Id(item) == second || Id(item) == met).Select(item => (item["kind"]!.GetValue<string>(), Id(item), item["at"]!.GetValue<string>()))
            .Should().Equal(
                ("claim", first, "2025-08-16T23:59:59.999999Z"),
                ("claim", second, "2025-08-18T23:59:59.999999Z"),
                ("encounter", met, "2025-08-18T23:59:59.999999Z"),
                ("shift", second, "2025-08-18T23:59:59.999999Z"));
        items.Single(item => item["kind"]!.GetValue<string>() == "shift").ToJsonString().Should().Contain(
            $"\"shift\":\"reversal\",\"before\":\"open\",\"after\":\"rejects\",\"on\":\"2025-08-18\",\"onKind\":\"by\",\"from\":\"{first}\"");
    }

    [Fact]
    public async Task From_and_to_are_inclusive_to_the_microsecond()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync("open", "2025-08-16");

        async Task<bool> IsShown(string period) => (await ItemsAsync($"topic={subject.Topic}&{period}")).Any(item => Id(item) == claim);

        (await IsShown("")).Should().BeTrue();
        (await IsShown("from=2025-08-16T23:59:59.999999Z")).Should().BeTrue();
        (await IsShown("from=2025-08-17")).Should().BeFalse();
        (await IsShown("to=2025-08-16")).Should().BeTrue();
        (await IsShown("to=2025-08-16T23:59:59.999998Z")).Should().BeFalse();
    }

    [Fact]
    public async Task An_actor_s_timeline_has_its_claims_and_the_encounters_it_was_present_at()
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync();
        var (with, without) = (await RecordEncounterAsync("2025-08-10", "russia"), await RecordEncounterAsync("2025-08-10", "us"));

        var items = await ItemsAsync($"topic={subject.Topic}&actor=russia");

        items.Select(Id).Should().Contain(with).And.NotContain(without);
        items.Should().OnlyContain(item => item["kind"]!.GetValue<string>() == "encounter");
    }

    [Fact]
    public async Task Pinned_it_never_changes_and_a_retraction_shows_from_its_own_K_on()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync();
        var before = await tracker.SettleAsync();
        var address = $"/api/timeline?topic={subject.Topic}&knownAt=seq:{before}&v=1";
        var pinned = await tracker.Public.GetStringAsync(address);
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{claim}/retraction", new JsonObject { ["reason"] = "misread" }, ("If-Match", "\"1\"")));

        using var response = await tracker.Public.GetAsync(address);

        (await response.Content.ReadAsStringAsync()).Should().Be(pinned).And.Contain(claim.ToString());
        response.Headers.CacheControl!.ToString().Should().Be("public, max-age=31536000, immutable");
        (await ItemsAsync($"topic={subject.Topic}")).Select(Id).Should().NotContain(claim);
    }

    [Theory]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=2025-02-30", "to")]
    [InlineData("from=2025-08-01&from=2025-08-02", "from once")]
    [InlineData("actor=US", "actor")]
    [InlineData("v=2", "v=1")]
    public async Task What_cannot_be_read_is_400_and_says_what_to_send(string query, string names)
    {
        using var response = await tracker.Public.GetAsync($"/api/timeline?{query}");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().Contain(names);
    }

    private async Task<List<JsonNode>> ItemsAsync(string query) =>
        [.. (await tracker.Public.GetJsonAsync($"/api/timeline?{query}"))["items"]!.AsArray().Select(item => item!)];

    private static Guid Id(JsonNode item) => item["id"]!.GetValue<Guid>();

    private async Task<Guid> RecordEncounterAsync(string date, string present)
    {
        var id = Guid.NewGuid();
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/encounters", new JsonObject
        {
            ["id"] = id.ToString(), ["title"] = "A meeting", ["date"] = date, ["present"] = new JsonArray(present),
        }));
        return id;
    }
}
