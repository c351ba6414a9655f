using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Pages;

/// <summary>PublicReading=false.</summary>
public sealed class ClosedPages(ClosedTracker tracker) : IClassFixture<ClosedTracker>
{
    [Fact]
    public async Task A_stranger_is_told_on_a_page_that_a_key_is_needed_and_nothing_else()
    {
        var source = await tracker.RecordCatalogueAsync();
        var claim = await tracker.RecordClaimAsync(source);
        foreach (var address in new[] { "/sources", $"/sources/{source}", $"/claims/{claim}" })
        {
            var page = await tracker.Public.OpenAsync(address, HttpStatusCode.Unauthorized);
            page.QuerySelector("h1")!.TextContent.Should().Be("A key is needed");
            page.Body!.TextContent.Should().NotContain("Leaders met").And.NotContain("help by air");

            using var reader = await tracker.Admin.GetAsync(address);
            reader.StatusCode.Should().Be(HttpStatusCode.OK);
            reader.Headers.CacheControl!.Private.Should().BeTrue(address);
        }
    }
}
