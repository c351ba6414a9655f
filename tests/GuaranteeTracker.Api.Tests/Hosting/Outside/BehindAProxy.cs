using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Hosting.Outside;

/// <summary>What a proxy says of a caller, believed or not.</summary>
public sealed class BehindAProxy(BehindAProxy.ProxiedTracker proxied, Tracker alone) : IClassFixture<BehindAProxy.ProxiedTracker>, IClassFixture<Tracker>
{
    private const string Tls = "X-Forwarded-Proto: https";

    [Fact]
    public async Task Over_TLS_browsers_are_told_to_stay_with_it() => (await SecurityOf(proxied, Tls)).Should().Be("max-age=31536000");

    [Fact]
    public async Task Without_TLS_they_are_not() => (await SecurityOf(proxied)).Should().BeNull();

    [Fact]
    public async Task Nobody_but_a_proxy_says_that_it_is_TLS() => (await SecurityOf(alone, Tls)).Should().BeNull();

    [Fact]
    public async Task Another_host_comes_from_no_proxy()
    {
        using var response = await proxied.SendRawAsync("GET /api/topics?limit=1 HTTP/1.1", "X-Forwarded-Host: evil.example", "X-Forwarded-For: 192.0.2.7", Tls);

        ((int)response.StatusCode).Should().Be(200);
        (response.ToString() + await response.Content.ReadAsStringAsync()).Should().NotContain("evil.example");
    }

    private static async Task<string?> SecurityOf(Tracker tracker, params string[] headers)
    {
        using var response = await tracker.SendRawAsync("GET /api/actors HTTP/1.1", ["X-Forwarded-For: 192.0.2.7", .. headers]);
        return response.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values.Single() : null;
    }

    public sealed class ProxiedTracker : Tracker
    {
        protected override IEnumerable<string> Settings => ["--GuaranteeTracker:Proxies=10.1.0.0/16; 127.0.0.0/8,::1"];
    }
}
