using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Claims;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Recording.Saving;

/// <summary>What a recording answers is, byte for byte, what is read afterwards.</summary>
public sealed class AnswersAndReads(Tracker tracker) : IClassFixture<Tracker>
{
    private readonly string _slug = $"slug-{Guid.NewGuid():N}";

    [Fact]
    public async Task Of_claims_through_all_that_can_happen_to_one()
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = Guid.NewGuid();
        await AsReadAsync($"/api/claims/{id}", tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id)));
        await AsReadAsync($"/api/claims/{id}", tracker.ChangeAsync(id, "correction", Changing.Correction(source), 1));
        await AsReadAsync($"/api/claims/{id}", tracker.ChangeAsync(id, "dispute", Changing.Reason(), 2));
        await AsReadAsync($"/api/claims/{id}", tracker.ChangeAsync(id, "dispute/resolution", Changing.Reason(), 3));
        await AsReadAsync($"/api/claims/{id}", tracker.ChangeAsync(id, "retraction", Changing.Reason(), 4));
        await AsReadAsync($"/api/claims/{id}", tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id)));
    }

    [Fact]
    public async Task Of_actors_topics_and_encounters()
    {
        await tracker.RecordCatalogueAsync();
        await AsReadAsync($"/api/actors/{_slug}", tracker.Admin.PutAsync($"/api/actors/{_slug}", Samples.Actor()));
        await AsReadAsync($"/api/actors/{_slug}", tracker.Admin.PutAsync($"/api/actors/{_slug}", Samples.Actor("Another name"), ("If-Match", "\"1\"")));
        await AsReadAsync($"/api/topics/{_slug}", tracker.Admin.PutAsync($"/api/topics/{_slug}", Samples.Topic()));
        await AsReadAsync($"/api/topics/{_slug}", tracker.Admin.PutAsync($"/api/topics/{_slug}", Samples.Topic("Another title"), ("If-Match", "\"1\"")));
        var id = Guid.NewGuid();
        JsonObject Meeting(string title) => new() { ["title"] = title, ["date"] = "2025-08-18", ["present"] = new JsonArray("us", "russia") };
        var meeting = Meeting("A meeting");
        meeting["id"] = id.ToString();
        await AsReadAsync($"/api/encounters/{id}", tracker.Admin.PostAsync("/api/encounters", meeting));
        await AsReadAsync($"/api/encounters/{id}", tracker.Admin.PostAsync($"/api/encounters/{id}/correction", Meeting("Another meeting"), ("If-Match", "\"1\"")));
    }

    [Fact]
    public async Task Of_sources_less_the_claims_that_are_read_with_them()
    {
        var id = Guid.NewGuid();
        await AsReadAsync($"/api/sources/{id}", tracker.Admin.PostAsync("/api/sources", Samples.Source(id)), ",\"textErased\":null,\"claims\":[]");
        await AsReadAsync($"/api/sources/{id}", tracker.Admin.PostAsync($"/api/sources/{id}/withdrawal", Changing.Reason(), ("If-Match", "\"1\"")), ",\"textErased\":null,\"claims\":[]");
    }

    [Fact]
    public async Task Of_batches_each_claim_in_the_order_sent()
    {
        var source = await tracker.RecordCatalogueAsync();
        var known = await tracker.RecordClaimAsync(source);
        await tracker.ChangeAsync(known, "dispute", Changing.Reason(), 1).ShouldBeOkAsync(2);
        var ids = Together.Ids(5);
        ids.Insert(2, known);

        using var response = await tracker.Admin.PostBatchAsync(Together.Batch(ids.Select(id => Samples.Claim(source, id))));

        var read = await Task.WhenAll(ids.Select(id => tracker.Public.GetStringAsync($"/api/claims/{id}")));
        (await response.Content.ReadAsStringAsync()).Should().Be($"{{\"recorded\":5,\"repeated\":1,\"claims\":[{string.Join(',', read)}]}}");
    }

    [Fact]
    public async Task Of_many_that_are_saved_together()
    {
        var source = await tracker.RecordCatalogueAsync();

        await Together.AtOnceAsync(100, async _ =>
        {
            var id = Guid.NewGuid();
            await AsReadAsync($"/api/claims/{id}", tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id)));
            return id;
        });
    }

    /// <param name="more">What is read beside it, at the end.</param>
    private async Task AsReadAsync(string path, Task<HttpResponseMessage> recording, string more = "")
    {
        using var response = await recording;
        var answered = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeTrue(answered);

        var read = await tracker.Public.GetStringAsync(path);

        read.Should().Be(answered[..^1] + more + "}");
    }
}
