using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Pages;

/// <summary>A record whose every text tries to be more than text; and pages pinned at a K.</summary>
public sealed class HostileRecords(Tracker tracker) : IClassFixture<Tracker>, IAsyncLifetime
{
    private const string Attack = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&lt;";

    private readonly string _topic = $"topic-{Guid.NewGuid():N}", _actor = $"actor-{Guid.NewGuid():N}";

    private Guid _claim;

    public async Task InitializeAsync()
    {
        await Subject.MustAsync(tracker.Admin.PutAsync($"/api/actors/{_actor}", new JsonObject { ["name"] = Attack, ["kind"] = "state", ["aliases"] = new JsonArray(Attack) }));
        await Subject.MustAsync(tracker.Admin.PutAsync($"/api/topics/{_topic}", Samples.Topic(Attack, Attack)));
        var source = Samples.Source(text: $"Before. {Attack} After.");
        (source["title"], source["publisher"], source["language"]) = (Attack, Attack, "en");
        var id = (await Subject.MustAsync(tracker.Admin.PostAsync("/api/sources", source)))["id"]!.GetValue<Guid>();
        _claim = Guid.NewGuid();
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", Claim(id, "supports", _claim)));
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/encounters", new JsonObject { ["title"] = Attack, ["date"] = "2025-08-19/..", ["place"] = Attack, ["present"] = new JsonArray(_actor) }));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/topics")]
    [InlineData("/actors")]
    [InlineData("/topics/{topic}")]
    [InlineData("/actors/{actor}")]
    [InlineData("/timeline")]
    [InlineData("/compare?from=2025-08-01&to=2025-08-20")]
    [InlineData("/network?kind=two-mode")]
    public async Task Every_recorded_text_shows_as_text(string path)
    {
        var page = await tracker.Public.OpenAsync(path.Replace("{topic}", _topic, StringComparison.Ordinal).Replace("{actor}", _actor, StringComparison.Ordinal));

        page.QuerySelector("main")!.TextContent.Should().Contain(Attack);
        page.MustBeHarmless();
        page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Should().OnlyContain(same => same.Count() == 1, "ids are there once");
    }

    [Fact]
    public async Task A_page_at_a_K_does_not_change_when_something_is_corrected_later()
    {
        var pinned = await tracker.SettleAsync();
        string[] paths = [$"/topics/{_topic}?knownAt=seq:{pinned}", $"/actors/{_actor}?knownAt=seq:{pinned}", $"/timeline?knownAt=seq:{pinned}", $"/topics?knownAt=seq:{pinned}"];
        var before = new List<string>();
        foreach (var path in paths)
        {
            before.Add(await tracker.Public.GetStringAsync(path));
        }

        var source = (await tracker.Public.GetJsonAsync($"/api/claims/{_claim}"))["evidence"]!["source"]!.GetValue<Guid>();
        var content = Claim(source, "rejects", _claim);
        content.Remove("id");
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{_claim}/correction", new JsonObject { ["reason"] = "misread", ["claim"] = content }, ("If-Match", "\"1\"")));
        await Subject.MustAsync(tracker.Admin.PutAsync($"/api/topics/{_topic}", Samples.Topic("Reworded", "It is worded otherwise."), ("If-Match", "\"1\"")));

        foreach (var (path, was) in paths.Zip(before))
        {
            (await tracker.Public.GetStringAsync(path)).Should().Be(was);
        }

        var now = await tracker.Public.OpenAsync($"/topics/{_topic}");
        now.QuerySelector("h1").Words().Should().Be("Reworded");
        now.QuerySelector("article.quoted .chip").Words().Should().Be("−− rejects");
        var then = await tracker.Public.OpenAsync(paths[0]);
        then.QuerySelector(".notice").Words().Should().StartWith("As it was known");
        then.QuerySelectorAll("dl.sides a").Select(a => a.Address()).Should().OnlyContain(address => address!.EndsWith($"?knownAt=seq:{pinned}", StringComparison.Ordinal));
        var corrected = await tracker.Public.OpenAsync($"/compare?from=2025-08-20&to=2025-08-20&knownFrom=seq:{pinned}&topic={_topic}");
        corrected.QuerySelectorAll("section[aria-labelledby=corrected] li p")[1].Words().Should().Be("+ supports → became −− rejects The record had it otherwise.");
    }

    [Fact]
    public async Task Who_has_the_page_already_is_not_sent_it_again()
    {
        foreach (var path in new[] { $"/topics/{_topic}", $"/actors/{_actor}", "/timeline", "/compare", "/network", "/topics", "/actors" })
        {
            await tracker.SettleAsync();
            using var first = await tracker.Public.AskForPageAsync(path);
            using var again = await tracker.Public.AskForPageAsync(path, had: first.Headers.ETag!.ToString());
            using var head = await tracker.Public.AskForPageAsync(path, HttpMethod.Head);

            ((int)again.StatusCode).Should().Be(304, path);
            head.Headers.ETag.Should().Be(first.Headers.ETag);
            (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
            head.Content.Headers.ContentLength.Should().Be((await first.Content.ReadAsByteArrayAsync()).Length);
        }
    }

    private JsonObject Claim(Guid source, string stance, Guid id)
    {
        var claim = Samples.Claim(source, id, stance, exact: Attack);
        (claim["actor"], claim["topic"], claim["summary"], claim["venue"]) = (_actor, _topic, Attack, Attack);
        claim["conditions"] = new JsonArray(Attack);
        claim.Remove("speaker");
        return claim;
    }
}
