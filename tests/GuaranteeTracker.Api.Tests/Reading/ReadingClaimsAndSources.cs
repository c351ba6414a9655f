using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Reading;

public sealed class ReadingClaimsAndSources(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_claims_history_tells_when_and_why_and_readers_who()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync("open");
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{claim}/dispute", new JsonObject { ["reason"] = "Who said it?" }, ("If-Match", "\"1\""), ("X-Correlation-Id", "case-7")));
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{claim}/dispute/resolution", new JsonObject { ["reason"] = "He did." }, ("If-Match", "\"2\"")));

        var told = await tracker.Public.GetJsonAsync($"/api/claims/{claim}/history");
        var events = told["events"]!.AsArray();
        told["version"]!.GetValue<int>().Should().Be(3);
        events.Select(e => e!["type"]!.GetValue<string>()).Should().Equal("claim-recorded", "claim-disputed", "dispute-resolved");
        events.Select(e => e!["version"]!.GetValue<int>()).Should().Equal(1, 2, 3);
        events.Select(e => e!["sequence"]!.GetValue<long>()).Should().BeInAscendingOrder();
        events.Select(e => e!["at"]!.GetValue<DateTime>()).Should().BeInAscendingOrder().And.OnlyContain(at => at.Kind == DateTimeKind.Utc);
        events.Select(e => (string?)e!["reason"]).Should().Equal(null, "Who said it?", "He did.");
        events[0]!["content"]!["stance"]!.GetValue<string>().Should().Be("open");
        events.Should().OnlyContain(e => e!["recordedBy"] == null && e["correlation"] == null, "strangers are not told who");

        var toReader = (await tracker.Admin.GetJsonAsync($"/api/claims/{claim}/history"))["events"]!.AsArray();
        toReader.Select(e => e!["recordedBy"]!.GetValue<Guid>()).Distinct().Should().ContainSingle("one analyst did all of it");
        toReader[1]!["correlation"]!.GetValue<string>().Should().Be("case-7");
    }

    [Fact]
    public async Task A_claims_answer_changes_with_its_source_and_so_does_its_tag()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync();
        using var before = await tracker.Public.GetAsync($"/api/claims/{claim}");
        before.Headers.ETag!.ToString().Should().Be("\"1\"");
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/sources/{subject.Source}/withdrawal", new JsonObject { ["reason"] = "It was a forgery." }, ("If-Match", "\"1\"")));

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/claims/{claim}") { Headers = { IfNoneMatch = { before.Headers.ETag } } };
        using var after = await tracker.Public.SendAsync(request);

        after.StatusCode.Should().Be(HttpStatusCode.OK);
        var told = await after.JsonAsync();
        told["sourceWithdrawn"]!.GetValue<bool>().Should().BeTrue();
        told["version"]!.GetValue<int>().Should().Be(1);
    }

    [Fact]
    public async Task A_source_lists_the_claims_in_it_in_the_order_of_their_words()
    {
        var subject = await Subject.RecordAsync(tracker);
        var late = subject.Claim();
        late["evidence"]!["quotes"] = new JsonArray(new JsonObject { ["exact"] = "The ministry rejected Western troops again." });
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", late));
        var early = await subject.RecordClaimAsync();

        var source = await tracker.Public.GetJsonAsync($"/api/sources/{subject.Source}");

        source["sha256"]!.GetValue<string>().Should().Be(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Samples.Text))));
        source["codePoints"]!.GetValue<int>().Should().Be(Samples.Text.EnumerateRunes().Count());
        source["published"]!.GetValue<string>().Should().Be("2025-08-20");
        source.ContainsKey("text").Should().BeFalse();
        source["claims"]!.AsArray().Select(claim => claim!["start"]!.GetValue<int>()).Should().Equal(31, 95);
        source["claims"]![0]!["id"]!.GetValue<Guid>().Should().Be(early);
    }

    [Fact]
    public async Task A_sources_text_is_given_byte_for_byte_to_readers_only()
    {
        const string given = "\u041A\u0438\u0457\u0432 \u201Cquoted\u201D\r\ncafe\u0301 \U0001D54E\t.\n\n", kept = "\u041A\u0438\u0457\u0432 \u201Cquoted\u201D\ncaf\u00E9 \U0001D54E\t.\n\n";
        var id = Guid.NewGuid();
        var recorded = await Subject.MustAsync(tracker.Admin.PostAsync("/api/sources", Samples.Source(id, given)));

        using var response = await tracker.Admin.GetAsync($"/api/sources/{id}/text");

        var bytes = await response.Content.ReadAsByteArrayAsync();
        bytes.Should().Equal(Encoding.UTF8.GetBytes(kept));
        response.Content.Headers.ContentType!.ToString().Should().Be("text/plain; charset=utf-8");
        response.Headers.ETag!.Tag.Should().Be($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"").And.Be($"\"{recorded["sha256"]!.GetValue<string>()}\"");
        response.Headers.NonValidated["Cache-Control"].ToString().Should().Be("private, no-cache");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/sources/{id}/text") { Headers = { IfNoneMatch = { response.Headers.ETag } } };
        using var again = await tracker.Admin.SendAsync(request);
        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
        using var head = await tracker.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/api/sources/{id}/text"));
        head.Content.Headers.ContentLength.Should().Be(bytes.Length);
        using var stranger = await tracker.Public.GetAsync($"/api/sources/{id}/text");
        stranger.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_text_that_was_taken_down_is_gone_and_its_quotes_stay()
    {
        var text = $"Taken down: the US would help by air. {Guid.NewGuid()}";
        var (source, claim) = (Guid.NewGuid(), Guid.NewGuid());
        await tracker.RecordCatalogueAsync();
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/sources", Samples.Source(source, text)));
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, claim)));
        await tracker.QueryAsync<string>($"delete from {Api.Recording.Tables.SourceTexts} where text = '{text}' returning sha256");

        using var response = await tracker.Admin.GetAsync($"/api/sources/{source}/text");

        response.StatusCode.Should().Be(HttpStatusCode.Gone);
        (await tracker.Public.GetStringAsync($"/api/claims/{claim}")).Should().Contain("the US would help by air");
    }

    [Theory]
    [InlineData("/api/claims/3a1b4f4e-0000-4000-8000-000000000000", "/problems/unknown-claim")]
    [InlineData("/api/claims/3a1b4f4e-0000-4000-8000-000000000000/history", "/problems/unknown-claim")]
    [InlineData("/api/sources/3a1b4f4e-0000-4000-8000-000000000000", "/problems/unknown-source")]
    [InlineData("/api/sources/3a1b4f4e-0000-4000-8000-000000000000/text", "/problems/unknown-source")]
    [InlineData("/api/positions/nobody/us-air-support", "/problems/unknown-actor")]
    [InlineData("/api/positions/us/nothing", "/problems/unknown-topic")]
    [InlineData("/api/positions/US/nothing", "/problems/unknown-actor")]
    [InlineData("/api/claims/abc", "/problems/not-found")]
    public async Task What_is_not_on_record_is_404(string address, string type)
    {
        await tracker.RecordCatalogueAsync();

        using var response = await tracker.Admin.GetAsync(address);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await response.JsonAsync())["type"]!.GetValue<string>().Should().Be(type);
    }
}
