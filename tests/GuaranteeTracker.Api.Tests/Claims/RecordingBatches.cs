using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;
using GuaranteeTracker.Api.Tests.Recording.Saving;

namespace GuaranteeTracker.Api.Tests.Claims;

public sealed class RecordingBatches(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_batch_is_recorded_in_the_order_sent_and_the_same_again_is_a_repeat()
    {
        var source = await tracker.RecordCatalogueAsync();
        var ids = Together.Ids(3);
        var batch = Together.Batch(ids.Select(id => Samples.Claim(source, id)));

        using var created = await tracker.Admin.PostBatchAsync(batch);
        using var again = await tracker.Admin.PostBatchAsync(batch);

        created.StatusCode.Should().Be(HttpStatusCode.Created);
        again.StatusCode.Should().Be(HttpStatusCode.OK);
        var (first, second) = (await created.JsonAsync(), await again.JsonAsync());
        ((int?)first["recorded"], (int?)first["repeated"], (int?)second["recorded"], (int?)second["repeated"]).Should().Be((3, 0, 0, 3));
        first["claims"]!.AsArray().Select(claim => claim!["id"]!.GetValue<Guid>()).Should().Equal(ids);
        second["claims"]!.ToJsonString().Should().Be(first["claims"]!.ToJsonString());
        Refusing.ShouldBeSafe(created);
        (created.Headers.ETag, created.Headers.Location).Should().Be((null, null), "there is no one resource");
        (await tracker.EventsAsync()).Where(e => ids.Any(id => e.Stream == $"claim:{id}")).Select(e => e.Causation).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Where_some_are_on_record_the_others_are_recorded()
    {
        var source = await tracker.RecordCatalogueAsync();
        var known = await tracker.RecordClaimAsync(source);

        using var response = await tracker.Admin.PostBatchAsync(Together.Batch(Samples.Claim(source, known), Samples.Claim(source)));

        response.StatusCode.Should().Be(HttpStatusCode.Created);
        var answer = await response.JsonAsync();
        ((int?)answer["recorded"], (int?)answer["repeated"]).Should().Be((1, 1));
    }

    [Fact]
    public async Task Claims_without_an_id_get_one_each()
    {
        var source = await tracker.RecordCatalogueAsync();
        var claims = Enumerable.Range(0, 4).Select(_ => Samples.Claim(source)).ToList();
        claims.ForEach(claim => claim.Remove("id"));

        var answer = await Subject.MustAsync(tracker.Admin.PostBatchAsync(Together.Batch(claims)));

        answer["claims"]!.AsArray().Select(claim => claim!["id"]!.GetValue<Guid>()).Should().OnlyHaveUniqueItems().And.HaveCount(4);
    }

    [Fact]
    public async Task A_thousand_claims_are_recorded_at_once()
    {
        var source = await tracker.RecordCatalogueAsync();
        var before = await tracker.CountEventsAsync();

        var answer = await Subject.MustAsync(tracker.Admin.PostBatchAsync(Together.Batch(Together.Ids(1_000).Select(id => Samples.Claim(source, id)))));

        answer["recorded"]!.GetValue<int>().Should().Be(1_000);
        (await tracker.CountEventsAsync()).Should().Be(before + 1_000);
    }

    [Fact]
    public async Task One_more_than_a_thousand_are_refused()
    {
        var claims = Enumerable.Range(0, 1_001).Select(_ => new JsonObject());

        var problem = await tracker.RefusesAsync(422, "too-many", () => tracker.Admin.PostBatchAsync(Together.Batch(claims)));

        problem.ErrorAt("/claims").Should().Contain("1,000");
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"claims": null}""")]
    [InlineData("""{"claims": []}""")]
    public async Task A_batch_without_claims_is_refused(string body) =>
        (await tracker.RefusesAsync(422, "required", () => tracker.Admin.SendAsync(HttpMethod.Post, "/api/claims:batch", body))).ErrorAt("/claims").Should().NotBeEmpty();

    [Fact]
    public async Task One_bad_claim_keeps_all_from_being_recorded_and_every_fault_of_all_is_named()
    {
        var source = await tracker.RecordCatalogueAsync();
        var known = await tracker.RecordClaimAsync(source);
        var (bad, taken, unfit) = (Samples.Claim(source, stance: "maybe", exact: "words that nobody said"), Samples.Claim(source, known, "rejects"), Samples.Claim(source));
        (bad["actor"], unfit["id"]) = ("nobody", "17");

        var problem = await tracker.RefusesAsync(422, "not-acceptable", () => tracker.Admin.PostBatchAsync(Together.Batch(Samples.Claim(source), bad, null, taken, unfit, Samples.Claim(source))));

        problem["errors"]!.AsObject().Select(error => error.Key).Should().BeEquivalentTo(
            "/claims/1/actor", "/claims/1/stance", "/claims/1/evidence/quotes/0/exact", "/claims/2", "/claims/3", "/claims/4/id");
        problem["detail"]!.GetValue<string>().Should().StartWith("4 of the items");
    }

    [Fact]
    public async Task Conflicts_alone_are_a_409()
    {
        var source = await tracker.RecordCatalogueAsync();
        var known = await tracker.RecordClaimAsync(source);

        var problem = await tracker.RefusesAsync(409, "claim-id-taken", () => tracker.Admin.PostBatchAsync(Together.Batch(Samples.Claim(source), Samples.Claim(source, known, "rejects"))));

        problem.ErrorAt("/claims/1").Should().Contain(known.ToString());
    }

    [Fact]
    public async Task The_same_claim_twice_is_recorded_once_and_repeated_once()
    {
        var source = await tracker.RecordCatalogueAsync();
        var claim = Samples.Claim(source);

        var answer = await Subject.MustAsync(tracker.Admin.PostBatchAsync(Together.Batch(claim, claim.DeepClone())));

        ((int?)answer["recorded"], (int?)answer["repeated"]).Should().Be((1, 1));
        JsonNode.DeepEquals(answer["claims"]![0], answer["claims"]![1]).Should().BeTrue();
        (await tracker.EventTypesAsync($"claim:{claim["id"]}")).Should().Equal("claim-recorded");
    }

    [Fact]
    public async Task Two_contents_under_one_id_are_a_conflict_at_the_second()
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = Guid.NewGuid();

        var problem = await tracker.RefusesAsync(409, "claim-id-taken", () => tracker.Admin.PostBatchAsync(Together.Batch(Samples.Claim(source, id), Samples.Claim(source, id, "rejects"))));

        problem["errors"]!.AsObject().Should().ContainSingle().Which.Key.Should().Be("/claims/1");
        (await tracker.EventTypesAsync($"claim:{id}")).Should().BeEmpty();
    }

    [Fact]
    public async Task With_a_key_the_first_answer_comes_again_byte_for_byte()
    {
        var source = await tracker.RecordCatalogueAsync();
        var claims = Enumerable.Range(0, 3).Select(_ => Samples.Claim(source)).ToList();
        claims.ForEach(claim => claim.Remove("id"));
        var (batch, key, before) = (Together.Batch(claims), Guid.NewGuid().ToString(), await tracker.CountEventsAsync());

        var answers = await Together.AtOnceAsync(10, async _ =>
        {
            using var response = await tracker.Admin.PostBatchAsync((JsonObject)batch.DeepClone(), ("Idempotency-Key", key));
            return ((int)response.StatusCode, response.Headers.Contains("ETag"), await response.Content.ReadAsStringAsync());
        });

        var first = answers.Distinct().Should().ContainSingle().Subject;
        (first.Item1, first.Item2).Should().Be((201, false));
        (await tracker.CountEventsAsync()).Should().Be(before + 3);
        await tracker.RefusesAsync(422, "idempotency-key-reused", () => tracker.Admin.PostBatchAsync(Together.Batch(Samples.Claim(source)), ("Idempotency-Key", key)));
    }

    [Fact]
    public async Task Nothing_is_recorded_from_a_source_that_was_withdrawn()
    {
        var (source, withdrawn) = (await tracker.RecordCatalogueAsync(), await tracker.RecordCatalogueAsync());
        await tracker.Admin.PostAsync($"/api/sources/{withdrawn}/withdrawal", Changing.Reason(), ("If-Match", "\"1\"")).ShouldBeOkAsync(2);

        var problem = await tracker.RefusesAsync(422, "source-withdrawn", () => tracker.Admin.PostBatchAsync(Together.Batch(Samples.Claim(source), Samples.Claim(withdrawn))));

        problem.ErrorAt("/claims/1/evidence/source").Should().Contain("withdrawn");
    }
}
