using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Reading;

/// <summary>PublicReading=false, PublicSourceText=true.</summary>
public sealed class ClosedReading(OpenTextsTracker tracker) : IClassFixture<OpenTextsTracker>
{
    [Fact]
    public async Task A_stranger_is_refused_and_no_shared_cache_keeps_what_a_reader_is_told()
    {
        var source = await tracker.RecordCatalogueAsync();
        await tracker.RecordClaimAsync(source);
        await Eventually.TrueAsync(async () => (await tracker.Admin.GetJsonAsync("/api/picture"))["known"]!["pending"]!.GetValue<int>() == 0, "a checkpoint follows");

        foreach (var address in new[] { "/api/picture?asOf=2025-08-20", "/api/actors", $"/api/sources/{source}", "/api/picture?asOf=2025-08-20&knownAt=seq:1&v=1", "/api/positions/us/us-air-support" })
        {
            using var stranger = await tracker.Public.GetAsync(address);
            stranger.StatusCode.Should().Be(HttpStatusCode.Unauthorized, address);
            stranger.Headers.WwwAuthenticate.ToString().Should().Be("Bearer");

            using var reader = await tracker.Admin.GetAsync(address);
            reader.StatusCode.Should().Be(HttpStatusCode.OK, address);
            reader.Headers.CacheControl!.Private.Should().BeTrue(address);
            reader.Headers.CacheControl.Public.Should().BeFalse(address);
            reader.Headers.Vary.Should().Equal("Accept", "Accept-Encoding", "Authorization");
        }

        using var snapshot = await tracker.Admin.GetAsync("/api/picture?asOf=2025-08-20&knownAt=seq:1&v=1");
        snapshot.Headers.NonValidated["Cache-Control"].ToString().Should().Be("private, max-age=31536000, immutable");
        using var text = await tracker.Public.GetAsync($"/api/sources/{source}/text");
        text.StatusCode.Should().Be(HttpStatusCode.OK, "texts have a setting of their own");
        text.Headers.CacheControl!.Private.Should().BeTrue();
    }
}
