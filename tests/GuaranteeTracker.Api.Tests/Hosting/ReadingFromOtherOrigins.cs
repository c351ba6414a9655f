using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Hosting;

public sealed class ReadingFromOtherOrigins(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData("GET", "/api/picture", 200)]
    [InlineData("HEAD", "/api/picture", 200)]
    [InlineData("GET", "/timemap/picture", 404)]
    [InlineData("GET", "/timegate/picture?asOf=never", 400)]
    [InlineData("GET", "/api/claims/00000000-0000-4000-8000-000000000001", 404)]
    [InlineData("GET", "/api/events", 401)]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("GET", "/api/picture?token=x", 400)]
    public async Task Whatever_is_read_may_be_read_by_pages_of_any_origin_problems_too(string method, string address, int status)
    {
        foreach (var origin in new[] { "https://news.example", null })
        {
            using var answer = await AskAsync(method, address, ("Origin", origin));

            ((int)answer.StatusCode).Should().Be(status);
            answer.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal(["*"], "a cache gives the same answer to all");
            answer.Headers.GetValues("Access-Control-Expose-Headers").Single().Split(", ").Should().Contain(["ETag", "Link", "Content-Location", "Memento-Datetime"]);
            answer.Headers.Vary.Should().NotContain("Origin");
            answer.Headers.Contains("Access-Control-Allow-Credentials").Should().BeFalse();
        }
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_browser_may_send_a_key_and_what_reading_takes(string method)
    {
        using var preflight = await AskAsync(
            "OPTIONS", "/api/picture", ("Origin", "https://news.example"), ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "authorization, accept-datetime"));

        preflight.StatusCode.Should().Be(HttpStatusCode.NoContent);
        preflight.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
        preflight.Headers.GetValues("Access-Control-Allow-Methods").Single().Should().Be("GET,HEAD");
        preflight.Headers.GetValues("Access-Control-Allow-Headers").Single().Split(',').Should().Contain(["Authorization", "Accept-Datetime"]).And.NotContain("Content-Type");
    }

    [Theory]
    [InlineData("POST", "/api/claims")]
    [InlineData("PUT", "/api/actors/us")]
    [InlineData("DELETE", "/api/picture")]
    public async Task Nothing_is_recorded_from_another_origin(string method, string address)
    {
        using var preflight = await AskAsync(
            "OPTIONS", address, ("Origin", "https://news.example"), ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "authorization,content-type"));
        using var call = await AskAsync(method, address, ("Origin", "https://news.example"));

        preflight.IsSuccessStatusCode.Should().BeFalse();
        preflight.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
        call.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
    }

    private async Task<HttpResponseMessage> AskAsync(string method, string address, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), address);
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await tracker.Public.SendAsync(request);
    }
}
