using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Claims;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Recording;

public sealed class IdempotencyKeys(Tracker tracker) : IClassFixture<Tracker>
{
    private readonly string _key = Guid.NewGuid().ToString();

    [Fact]
    public async Task The_first_answer_is_replayed_byte_for_byte()
    {
        var claim = await WithoutIdAsync();
        var first = await AnswerAsync(PostAsync(claim));
        var id = JsonNode.Parse(first.Body)!["id"]!.GetValue<Guid>();
        await tracker.ChangeAsync(id, "dispute", Changing.Reason(), 1).ShouldBeOkAsync(2);
        var before = await tracker.CountEventsAsync();

        var again = await AnswerAsync(PostAsync(claim));

        again.Should().BeEquivalentTo(first, "the answer of then, not the state of now");
        first.Status.Should().Be(HttpStatusCode.Created);
        first.ETag.Should().Be("\"1\"");
        (await tracker.CountEventsAsync()).Should().Be(before);
    }

    [Fact]
    public async Task The_answer_survives_a_restart()
    {
        var claim = await WithoutIdAsync();
        var first = await AnswerAsync(PostAsync(claim));

        await tracker.RestartAsync();

        (await AnswerAsync(PostAsync(claim))).Should().BeEquivalentTo(first);
    }

    [Fact]
    public async Task A_change_is_replayed_with_its_version()
    {
        var id = await tracker.RecordClaimAsync(await tracker.RecordCatalogueAsync());
        var dispute = () => AnswerAsync(tracker.Admin.PostAsync($"/api/claims/{id}/dispute", Changing.Reason(), ("If-Match", "\"1\""), ("Idempotency-Key", _key)));
        var first = await dispute();
        await tracker.ChangeAsync(id, "retraction", Changing.Reason(), 2).ShouldBeOkAsync(3);

        var again = await dispute();

        again.Should().BeEquivalentTo(first);
        again.ETag.Should().Be("\"2\"");
        again.Location.Should().BeNull();
    }

    [Fact]
    public async Task Another_request_under_the_same_key_is_refused()
    {
        var source = await tracker.RecordCatalogueAsync();
        var claim = Samples.Claim(source);
        (await PostAsync(claim)).StatusCode.Should().Be(HttpStatusCode.Created);
        var other = Samples.Claim(source, Guid.Parse(claim["id"]!.GetValue<string>()), "supports");
        var id = claim["id"]!.GetValue<string>();

        await tracker.RefusesAsync(422, "idempotency-key-reused", () => PostAsync(other));
        await tracker.RefusesAsync(422, "idempotency-key-reused", () => tracker.Admin.PostAsync("/api/sources", Samples.Source(), ("Idempotency-Key", _key)));
        await tracker.RefusesAsync(
            422, "idempotency-key-reused", () => tracker.Admin.PostAsync($"/api/claims/{id}/dispute", Changing.Reason(), ("If-Match", "\"1\""), ("Idempotency-Key", _key)));
    }

    [Fact]
    public async Task The_same_content_written_otherwise_is_the_same_request()
    {
        var claim = await WithoutIdAsync();
        var first = await AnswerAsync(PostAsync(claim));
        var indented = new JsonObject([.. claim.Reverse().Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))])
            .ToJsonString(new() { WriteIndented = true });

        using var again = await tracker.Admin.SendAsync(HttpMethod.Post, "/api/claims", indented, ("Idempotency-Key", _key));

        again.Headers.Location.Should().Be(first.Location);
    }

    [Fact]
    public async Task A_refusal_is_not_kept_so_the_key_serves_for_the_mended_request()
    {
        var claim = await WithoutIdAsync();
        var bad = claim.DeepClone().AsObject();
        bad["stance"] = "perhaps";

        await tracker.RefusesAsync(422, "unknown-word", () => PostAsync(bad));

        (await KeptAsync()).Should().Be(0);
        (await PostAsync(claim)).StatusCode.Should().Be(HttpStatusCode.Created);
        (await KeptAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Fifty_requests_with_one_key_at_once_are_one_claim()
    {
        var claim = await WithoutIdAsync();
        var before = await tracker.CountEventsAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AnswerAsync(PostAsync(claim))));

        answers.Should().AllBeEquivalentTo(answers[0]);
        answers[0].Status.Should().Be(HttpStatusCode.Created);
        (await tracker.CountEventsAsync()).Should().Be(before + 1);
    }

    [Fact]
    public async Task A_key_lasts_for_24_hours()
    {
        var claim = await WithoutIdAsync();
        var first = await AnswerAsync(PostAsync(claim));
        await tracker.QueryAsync<string>($"update {Tables.Answers} set at = at - interval '23 hours 59 minutes' where key = '{_key}' returning key");
        (await AnswerAsync(PostAsync(claim))).Should().BeEquivalentTo(first);
        await tracker.QueryAsync<string>($"update {Tables.Answers} set at = at - interval '1 minute' where key = '{_key}' returning key");

        var afterwards = await AnswerAsync(PostAsync(claim));

        afterwards.Location.Should().NotBe(first.Location, "the promise has run out, and nothing else says that it is a repeat");
        (await KeptAsync()).Should().Be(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a\u007f")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task A_key_is_short_and_plain(string key)
    {
        var claim = await WithoutIdAsync();

        await tracker.RefusesAsync(400, "bad-header", () => tracker.Admin.PostAsync("/api/claims", claim, ("Idempotency-Key", key)));
    }

    [Fact]
    public async Task A_key_stands_alone_and_on_POST_only()
    {
        var claim = await WithoutIdAsync();

        await tracker.RefusesAsync(400, "bad-header", () => tracker.Admin.PostAsync("/api/claims", claim, ("Idempotency-Key", _key), ("Idempotency-Key", "other")));
        await tracker.RefusesAsync(400, "bad-header", () => tracker.Admin.PutAsync("/api/topics/any", Samples.Topic(), ("Idempotency-Key", _key)));
    }

    private Task<HttpResponseMessage> PostAsync(JsonObject claim) => tracker.Admin.PostAsync("/api/claims", claim, ("Idempotency-Key", _key));

    private Task<long> KeptAsync() => tracker.QueryAsync<long>($"select count(*) from {Tables.Answers} where key = '{_key}'");

    private async Task<JsonObject> WithoutIdAsync()
    {
        var claim = Samples.Claim(await tracker.RecordCatalogueAsync());
        claim.Remove("id");
        return claim;
    }

    private static async Task<(HttpStatusCode Status, Uri? Location, string? ETag, string? Type, byte[] Body)> AnswerAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        return (response.StatusCode, response.Headers.Location, response.Headers.ETag?.ToString(), response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsByteArrayAsync());
    }
}
