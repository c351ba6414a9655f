using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using static GuaranteeTracker.Api.Tests.Networks.RecordedDebate;

namespace GuaranteeTracker.Api.Tests.Networks;

/// <summary>A network is made of what was known at K: what is recorded, corrected, retracted or renamed later changes none that is pinned.</summary>
public sealed class KnowingMoreOfNetworks(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task What_is_learned_later_changes_networks_of_now_and_none_of_then()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync("supports");
        var before = await tracker.SettleAsync();
        var pinned = $"/api/network?topic={subject.Topic}&knownAt=seq:{before}&v=1";
        var then = await tracker.Public.GetStringAsync(pinned);

        await subject.RecordClaimAsync("open", "2025-08-19");
        await subject.RecordClaimAsync("rejects", "2025-08-20");
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{claim}/retraction", new JsonObject { ["reason"] = "It was never said." }, ("If-Match", "\"1\"")));
        await Subject.MustAsync(tracker.Admin.PutAsync("/api/actors/us", Samples.Actor("The States"), ("If-Match", "\"1\"")));
        var now = await tracker.Public.GetJsonAsync($"/api/network?topic={subject.Topic}");

        (await tracker.Public.GetStringAsync(pinned)).Should().Be(then);
        Edges(JsonNode.Parse(then)!).Should().Equal($"us {subject.Topic} 1");
        now["edges"]![0]!.ToJsonString().Should().Be($$"""{"source":"us","target":"{{subject.Topic}}","weight":2,"agree":1,"disagree":1}""", "one was retracted, two are new");
        now["nodes"]![0]!["label"]!.GetValue<string>().Should().Be("The States");
        await tracker.SettleAsync();
        Edges(await tracker.Public.GetJsonAsync($"/api/network?topic={subject.Topic}")).Should().Equal($"us {subject.Topic} 2");
    }

    [Fact]
    public async Task A_claim_of_a_withdrawn_source_ties_nobody()
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync("supports");

        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/sources/{subject.Source}/withdrawal", new JsonObject { ["reason"] = "It was made up." }, ("If-Match", "\"1\"")));

        Edges(await tracker.Public.GetJsonAsync($"/api/network?topic={subject.Topic}")).Should().BeEmpty();
    }
}
