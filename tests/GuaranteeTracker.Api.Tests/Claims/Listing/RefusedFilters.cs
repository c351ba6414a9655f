using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Claims.Listing;

/// <summary>What a filter cannot mean is refused by the parameter's name, with what it can.</summary>
public sealed class RefusedFilters(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData("actor=US", "actor", 400, "letters a–z")]
    [InlineData("speaker=", "speaker", 400, "letters a–z")]
    [InlineData("reportedBy=a--b", "reportedBy", 400, "letters a–z")]
    [InlineData("topic=air support", "topic", 400, "letters a–z")]
    [InlineData("stance=in-favour", "stance", 400, "rejects, opposes, undecided, open, supports, commits")]
    [InlineData("stance=1", "stance", 400, "rejects, opposes, undecided, open, supports, commits")]
    [InlineData("act=Statement", "act", 400, "statement, offer, request, demand, pledge, proposal, refusal, warning")]
    [InlineData("voice=quote,hearsay", "voice", 400, "quote, paraphrase, observation, hearsay")]
    [InlineData("status=deleted", "status", 400, "live, corrected, disputed, retracted, withdrawn")]
    [InlineData("source=1", "source", 400, "UUID")]
    [InlineData("publisher=", "publisher", 400, "200 characters")]
    [InlineData("publisher=a%00b", "publisher", 400, "200 characters")]
    [InlineData("statedFrom=yesterday", "statedFrom", 400, "2025")]
    [InlineData("statedTo=2025-02-30", "statedTo", 400, "2025-02")]
    [InlineData("recordedFrom=2025-01-01&recordedFrom=2025-01-02", "recordedFrom", 400, "once")]
    [InlineData("recordedTo=2025", "recordedTo", 400, "2025")]
    [InlineData("statedFrom=2025-08-02&statedTo=2025-08-01", "statedTo", 422, "no earlier than statedFrom")]
    [InlineData("recordedFrom=2025-08-02&recordedTo=2025-08-01", "recordedTo", 422, "no earlier than recordedFrom")]
    [InlineData("asOf=tomorrow", "asOf", 400, "2025")]
    [InlineData("knownAt=seq:x", "knownAt", 400, "seq:120")]
    [InlineData("sort=date", "sort", 400, "stated, -stated, recorded, -recorded")]
    [InlineData("sort=stated&sort=recorded", "sort", 400, "stated, -stated, recorded, -recorded")]
    [InlineData("q=a&q=b", "q", 400, "once")]
    [InlineData("fields=id,words", "fields", 400, "id, version, actor, topic")]
    [InlineData("fields=", "fields", 400, "id, version, actor, topic")]
    [InlineData("fields=id,words&format=csv", "fields", 400, "actorName")]
    [InlineData("fields=text&format=dna", "fields", 400, "its own columns")]
    [InlineData("limit=0", "limit", 422, "1 to 200")]
    [InlineData("limit=all", "limit", 400, "whole number")]
    [InlineData("limit=5&format=ndjson", "limit", 400, "format=json")]
    [InlineData("cursor=x&format=csv", "cursor", 400, "format=json")]
    [InlineData("format=xml", "format", 400, "json, ndjson, csv, dna")]
    [InlineData("format=json&format=csv", "format", 400, "json, ndjson, csv, dna")]
    [InlineData("v=2", "v", 400, "version 1")]
    [InlineData("actors=us", "actors", 400, "actor, speaker")]
    [InlineData("from=2025-01-01", "from", 400, "statedFrom")]
    public async Task A_bad_parameter_is_named_with_what_is_allowed(string query, string parameter, int status, string told)
    {
        using var response = await tracker.Public.GetAsync($"/api/claims?{query}");

        var body = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).Should().Be(status, body);
        (await response.JsonAsync())["errors"]![parameter]![0]!.GetValue<string>().Should().Contain(told);
    }

    [Theory]
    [InlineData("sort=stated", "sort")]
    [InlineData("limit=5", "limit")]
    [InlineData("stance=maybe", "stance")]
    public async Task Facets_refuse_what_they_do_not_take(string query, string parameter)
    {
        using var response = await tracker.Public.GetAsync($"/api/claims/facets?{query}");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.JsonAsync())["errors"]![parameter].Should().NotBeNull();
    }

    [Fact]
    public async Task Filters_that_no_cursor_could_carry_are_refused_and_the_longest_that_can_be_lead_on()
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync("open");
        await subject.RecordClaimAsync("commits");
        await tracker.SettleAsync();
        string Filter(int publishers) => $"publisher=Example&{string.Join('&', Enumerable.Range(0, publishers).Select(i => $"publisher={i:D4}%22%22%22%22%22%22"))}"; // each as long as an address can make it

        using var tooMany = await tracker.Public.GetAsync($"/api/claims?{Filter(110)}");
        var first = await tracker.Public.GetJsonAsync($"/api/claims?limit=1&{Filter(100)}");

        tooMany.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var second = await tracker.Public.GetJsonAsync(new Uri(first["next"]!.GetValue<string>()).PathAndQuery);
        second["items"]!.AsArray().Should().ContainSingle().Which!["id"]!.GetValue<string>().Should().NotBe(first["items"]![0]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_type_that_there_is_not_is_not_acceptable()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/claims") { Headers = { { "Accept", "application/xml" } } };
        using var response = await tracker.Public.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.NotAcceptable);
    }
}
