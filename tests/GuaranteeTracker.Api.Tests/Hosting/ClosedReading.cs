using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Hosting;

public sealed class ClosedReading(OpenTextsTracker tracker) : IClassFixture<OpenTextsTracker>
{
    [Fact]
    public async Task Where_reading_is_closed_every_reading_route_asks_for_a_key()
    {
        var source = await tracker.RecordCatalogueAsync();
        var claim = await tracker.RecordClaimAsync(source);
        await Eventually.TrueAsync(async () => await tracker.CoveredAsync() > 0, "checkpoints are made");
        string[] paths =
        [
            "/api/events", "/api/picture", "/api/positions/us/us-air-support", $"/api/claims/{claim}", $"/api/claims/{claim}/history",
            $"/api/sources/{source}", "/api/actors", "/api/actors/us", "/api/topics", "/api/topics/us-air-support", "/api/encounters", "/api/network", "/api/network?format=graphml",
            "/api/claims", "/api/claims?format=ndjson", "/api/claims?format=csv", "/api/claims?format=dna", "/api/claims/facets", $"/api/claims/{claim}?format=jsonld", $"/api/claims/{claim}?format=annotation", "/network",
            "/log/checkpoint", "/log/key", "/log/tile/0/0", "/log/proof/inclusion?event=1", "/log/proof/consistency?from=0", $"/api/claims/{claim}/proof",
            "/api/topics/us-air-support/convergence", "/api/polarisation",
        ];
        foreach (var path in paths)
        {
            await tracker.RefusesAsync(401, "not-authenticated", () => tracker.Public.GetAsync(path), path);

            using var response = await tracker.Admin.GetAsync(path);
            response.EnsureSuccessStatusCode();
            response.Headers.CacheControl!.Private.Should().BeTrue("{0} is for those with a key", path);
            response.Headers.Vary.Should().Contain("Authorization");
        }
    }

    [Fact]
    public async Task Texts_are_open_where_the_setting_says_so()
    {
        var source = await tracker.RecordCatalogueAsync();

        (await tracker.Public.GetStringAsync($"/api/sources/{source}/text")).Should().Be(Samples.Text);
    }

    [Fact]
    public async Task What_a_problem_means_is_no_secret()
    {
        var types = JsonNode.Parse(await tracker.Public.GetStringAsync("/problems"))!.AsArray();

        types.Select(type => type!["type"]!.GetValue<string>()).Should().Contain("/problems/not-authenticated");
        (await tracker.Public.GetAsync("/problems/not-authenticated")).EnsureSuccessStatusCode();
    }
}
