using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Discovery;

/// <summary>PublicReading=false.</summary>
public sealed class HidingFromRobots(ClosedTracker tracker) : IClassFixture<ClosedTracker>
{
    [Fact]
    public async Task Where_reading_is_closed_robots_are_kept_out_and_nothing_is_listed()
    {
        (await tracker.Public.GetStringAsync("/robots.txt")).Should().Be("User-agent: *\nDisallow: /\n");
        foreach (var address in new[] { "/sitemap.xml", "/sitemaps/catalogue-0.xml", "/oembed?url=https://tracker.example.org/snapshots/2025-08-20/seq:0", "/timegate/picture", "/timemap/picture" })
        {
            using var refused = await tracker.Public.GetAsync(address);
            refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized, address);
        }

        using var listed = await tracker.Admin.GetAsync("/sitemap.xml");
        listed.StatusCode.Should().Be(HttpStatusCode.OK);
        listed.Headers.CacheControl!.Private.Should().BeTrue();
    }
}
