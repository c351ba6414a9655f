using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Faults.BadInput;

/// <summary>A K that is still to come has no answer, wherever it is asked for: one given today could be another tomorrow.</summary>
public sealed class TomorrowsKnowledge(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData("2999-01-01")]
    [InlineData("9999-12-31T23:59:59.999999Z")]
    [InlineData("seq:1000000")]
    [InlineData("seq:999999999999")]
    public async Task It_is_refused(string moment)
    {
        await tracker.RecordClaimAsync(await tracker.RecordCatalogueAsync());
        await tracker.SettleAsync();
        string[] addresses = ["/api/picture", "/api/timeline", "/api/claims", "/api/network", "/api/contradictions", "/api/positions/us/us-air-support", "/picture.svg", "/api/polarisation"];

        await Task.WhenAll(addresses.Select(async address =>
        {
            using var response = await tracker.Public.GetAsync($"{address}?knownAt={moment}");
            await response.ShouldBeProblemAsync(422, "unknown-moment", address);
        }));
    }
}
