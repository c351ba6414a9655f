using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Hosting;

public sealed class MethodsAndRoutes(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData("DELETE", "/api/claims/3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f", "GET, HEAD")]
    [InlineData("PUT", "/api/claims/3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f", "GET, HEAD")]
    [InlineData("PATCH", "/api/actors/us", "GET, HEAD, PUT")]
    [InlineData("POST", "/api/actors/us", "GET, HEAD, PUT")]
    [InlineData("OPTIONS", "/api/actors/us", "GET, HEAD, PUT")]
    [InlineData("TRACE", "/api/picture", "GET, HEAD")]
    [InlineData("BREW", "/api/picture", "GET, HEAD")]
    [InlineData("GET", "/api/claims/3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f/retraction", "POST")]
    [InlineData("OPTIONS", "/api/claims/3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f/retraction", "POST")]
    [InlineData("DELETE", "/api/sources", "POST")]
    public async Task An_address_names_the_methods_that_it_takes(string method, string path, string allowed)
    {
        await tracker.RefusesAsync(405, "method-not-allowed", async () =>
        {
            var response = await tracker.SendRawAsync($"{method} {path} HTTP/1.1", "Content-Length: 0");
            string.Join(", ", response.Content.Headers.Allow.Order(StringComparer.Ordinal)).Should().Be(allowed);
            return response;
        });
    }

    [Theory]
    [InlineData("/api/picture?asOf=2025-08-20&knownAt=seq:0")]
    [InlineData("/api/positions/us/us-air-support")]
    [InlineData("/api/actors")]
    [InlineData("/api/actors/us")]
    [InlineData("/api/topics/us-air-support")]
    [InlineData("/api/encounters")]
    [InlineData("/problems")]
    [InlineData("/problems/not-found")]
    public async Task HEAD_answers_as_GET_does_less_the_body(string path)
    {
        await tracker.RecordCatalogueAsync();
        await tracker.SettleAsync();
        using var got = await tracker.Public.GetAsync(path);
        using var head = await tracker.Public.SendAsync(new(HttpMethod.Head, path));

        head.StatusCode.Should().Be(HttpStatusCode.OK);
        head.Content.Headers.ContentType.Should().Be(got.Content.Headers.ContentType);
        head.Content.Headers.ContentLength.Should().Be(got.Content.Headers.ContentLength);
        head.Headers.CacheControl.Should().Be(got.Headers.CacheControl);
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        Refusing.ShouldBeSafe(head);
    }

    [Fact]
    public async Task HEAD_on_nothing_is_not_found_and_has_no_body()
    {
        using var head = await tracker.Public.SendAsync(new(HttpMethod.Head, "/api/actors/nobody"));

        head.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Every_problem_type_is_described_at_its_own_address()
    {
        var types = JsonNode.Parse(await tracker.Public.GetStringAsync("/problems"))!.AsArray();

        types.Select(type => type!["type"]!.GetValue<string>()).Should().Equal(ProblemTypes.Titles.Keys.Select(code => "/problems/" + code));
        foreach (var type in types)
        {
            (await tracker.Public.GetJsonAsync(type!["type"]!.GetValue<string>())).ToJsonString().Should().Be(type.ToJsonString());
        }
    }

    [Fact]
    public async Task A_problem_type_that_is_none_is_not_found()
    {
        using var response = await tracker.Public.GetAsync("/problems/no-such-problem");

        await response.ShouldBeProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task What_is_asked_for_in_any_format_is_answered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/actors") { Headers = { { "Accept", "*/*" } } };
        using var response = await tracker.Public.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
