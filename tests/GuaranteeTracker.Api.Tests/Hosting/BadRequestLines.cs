using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Hosting;

/// <summary>Addresses and headers that no proper client sends.</summary>
public sealed class BadRequestLines(Tracker tracker) : IClassFixture<Tracker>
{
    private const string Key = "Authorization: Bearer " + Tracker.AdminKey;

    [Theory]
    [InlineData("GET", "/api/claims/not-a-uuid")]
    [InlineData("GET", "/api/claims/3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5")]
    [InlineData("GET", "/api/claims/3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5g/history")]
    [InlineData("GET", "/api/sources/1/text")]
    [InlineData("GET", "/api/encounters/%31")]
    [InlineData("POST", "/api/claims/not-a-uuid/retraction")]
    [InlineData("POST", "/api/claims/3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f1/dispute/resolution")]
    [InlineData("POST", "/api/sources/'%20or%201=1--/withdrawal")]
    [InlineData("POST", "/api/encounters/0/correction")]
    [InlineData("GET", "/api/nothing")]
    [InlineData("GET", "/api/../../etc/passwd")]
    [InlineData("GET", "/..%2f..%2fetc%2fpasswd")]
    [InlineData("GET", "/api/actors/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("GET", "/api/actors/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("GET", "/api/actors/us%0d%0aSet-Cookie:%20a=b")]
    [InlineData("GET", "/api/actors/%e2%80%ae")]
    [InlineData("GET", "/api/topics/<script>")]
    [InlineData("GET", "/problems/%2e%2e/nothing")]
    [InlineData("GET", "/openapi/../../appsettings.json")]
    [InlineData("GET", "/openapi/v2.json")]
    public async Task An_address_at_which_nothing_is_is_not_found(string method, string path)
    {
        await tracker.RefusesAsync(404, null, () => tracker.SendRawAsync($"{method} {path} HTTP/1.1", Key, "Content-Length: 0", "Content-Type: application/json"));
    }

    [Theory]
    [InlineData("GET /api/claims/%00 HTTP/1.1")]
    [InlineData("GET /api/actors/us%00 HTTP/1.1")]
    [InlineData("GET /api/actors/us\0 HTTP/1.1")]
    [InlineData("GET api/actors HTTP/1.1")]
    [InlineData("GET /api/actors HTTP/9.9")]
    [InlineData("GET /api/actors")]
    [InlineData("nonsense")]
    public async Task What_is_no_HTTP_is_refused_without_a_word(string requestLine)
    {
        var before = await tracker.CountEventsAsync();

        using var response = await tracker.SendRawAsync(requestLine, Key);

        ((int)response.StatusCode).Should().BeInRange(400, 505).And.NotBe(500);
        (await response.Content.ReadAsStringAsync()).Should().BeEmpty("the server refuses it before the service sees it, and tells nothing");
        (await tracker.CountEventsAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData(1, 17_000)]
    [InlineData(1, 40_000)]
    [InlineData(60, 400)]
    [InlineData(100, 1)]
    public async Task Headers_over_the_limits_are_refused(int count, int length)
    {
        var headers = Enumerable.Range(0, count).Select(i => $"X-Header-{i}: {new string('a', length)}");

        await tracker.RefusesAsync(431, "headers-too-large", () => tracker.SendRawAsync("GET /api/actors HTTP/1.1", headers));
    }

    [Theory]
    [InlineData(8_100)]
    [InlineData(20_000)]
    public async Task An_address_over_the_limit_is_refused(int length)
    {
        await tracker.RefusesAsync(414, "address-too-long", () => tracker.SendRawAsync($"GET /api/actors?actor={new string('a', length)} HTTP/1.1"));
        await tracker.RefusesAsync(414, "address-too-long", () => tracker.SendRawAsync($"GET /api/actors/{new string('a', length)} HTTP/1.1"));
    }

    [Fact]
    public async Task Headers_of_any_size_do_no_harm()
    {
        var response = await tracker.SendRawAsync("GET /api/actors HTTP/1.1", $"X-Header: {new string('a', 100_000)}");

        ((int)response.StatusCode).Should().Be(431);
        (await response.Content.ReadAsStringAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("limit=1000000000", 422, "out-of-range")]
    [InlineData("limit=0", 422, "out-of-range")]
    [InlineData("limit=-1", 422, "out-of-range")]
    [InlineData("limit=99999999999999999999999", 400, "bad-parameter")]
    [InlineData("limit=ten", 400, "bad-parameter")]
    [InlineData("limit=10&limit=20", 400, "bad-parameter")]
    [InlineData("limit=", 400, "bad-parameter")]
    [InlineData("cursor=", 400, "bad-cursor")]
    [InlineData("cursor=Zm9yZ2Vk", 400, "bad-cursor")]
    [InlineData("cursor=%00", 400, "bad-cursor")]
    public async Task A_page_has_its_bounds(string query, int status, string code)
    {
        foreach (var list in new[] { "actors", "topics", "encounters" })
        {
            await tracker.RefusesAsync(status, code, () => tracker.Public.GetAsync($"/api/{list}?{query}"), list);
        }
    }

    [Fact]
    public async Task The_host_that_a_caller_names_is_in_no_answer()
    {
        const string topic = """{"title": "Hosts", "proposition": "They are named."}""";
        using var response = await tracker.SendRawAsync(
            "PUT /api/topics/hosts HTTP/1.1", Key, "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: gopher", "Forwarded: host=evil.example", "Content-Type: application/json",
            $"Content-Length: {topic.Length}\r\n\r\n{topic}");

        ((int)response.StatusCode).Should().Be(201);
        response.Headers.Location.Should().Be("https://tracker.example.org/api/topics/hosts");
        (response.ToString() + await response.Content.ReadAsStringAsync()).Should().NotContain("evil.example");
    }
}
