using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Hosting.Outside;

/// <summary>What stands in Host.</summary>
public sealed class NamesOfTheService(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData("tracker.example.org")]
    [InlineData("Tracker.Example.ORG:443")]
    [InlineData("localhost")]
    [InlineData("localhost:5080")]
    [InlineData("127.0.0.1:1")]
    [InlineData("[::1]:5080")]
    public async Task That_of_PublicUrl_is_known_and_so_are_this_machine_s(string host) =>
        ((int)(await tracker.SendRawToAsync($"Host: {host}", "GET /api/actors HTTP/1.1")).StatusCode).Should().Be(200);

    [Theory]
    [InlineData("Host: evil.example")]
    [InlineData("Host: tracker.example.org.evil.example")]
    [InlineData("Host: sub.tracker.example.org")]
    [InlineData("Host: eviltracker.example.org")]
    [InlineData("Host: 10.0.0.5")]
    [InlineData("Host: 127.0.0.1.evil.example")]
    [InlineData("Host: ")]
    public async Task Any_other_is_refused_wherever_it_leads(string host)
    {
        foreach (var path in new[] { "/api/actors", "/picture", "/docs", "/openapi/v1.json", "/assets/tracker.css", "/nothing", "/robots.txt" })
        {
            using var response = await tracker.SendRawToAsync(host, $"GET {path} HTTP/1.1");
            await response.ShouldBeProblemAsync(400, "unknown-host", host);
        }
    }

    [Fact]
    public async Task Nothing_is_recorded_under_another_name() => await tracker.RefusesAsync(400, "unknown-host", () => tracker.SendRawToAsync(
        "Host: evil.example", "PUT /api/topics/any HTTP/1.1", $"Authorization: Bearer {Tracker.AdminKey}", "Content-Type: application/json", "Content-Length: 0"));

    [Fact]
    public async Task Neither_is_a_browser_s_question_answered() => await tracker.RefusesAsync(400, "unknown-host", () => tracker.SendRawToAsync(
        "Host: evil.example", "OPTIONS /api/picture HTTP/1.1", "Origin: https://news.example", "Access-Control-Request-Method: GET"));

    [Fact]
    public async Task No_name_at_all_is_none() => await tracker.RefusesAsync(400, "unknown-host", () => tracker.SendRawToAsync("", "GET /api/actors HTTP/1.0"));

    [Fact]
    public async Task Probes_call_it_what_they_like() =>
        ((int)(await tracker.SendRawToAsync("Host: 10.0.0.5:5080", "GET /health/live HTTP/1.1")).StatusCode).Should().Be(200);
}

public sealed class NamesThatAreSet(NamesThatAreSet.NamedTracker tracker) : IClassFixture<NamesThatAreSet.NamedTracker>
{
    [Theory]
    [InlineData("one.example", 200)]
    [InlineData("a.two.example", 200)]
    [InlineData("two.example", 400)]
    [InlineData("tracker.example.org", 400)]
    [InlineData("localhost", 400)]
    public async Task They_stand_for_themselves(string host, int status)
    {
        using var response = await tracker.SendRawToAsync($"Host: {host}", "GET /api/actors HTTP/1.1");
        ((int)response.StatusCode).Should().Be(status);
    }

    public sealed class NamedTracker : Tracker
    {
        protected override IEnumerable<string> Settings => ["--AllowedHosts=one.example; *.two.example"];
    }
}
