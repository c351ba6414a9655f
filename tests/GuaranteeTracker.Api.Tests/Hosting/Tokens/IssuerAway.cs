using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Hosting.Tokens;

public sealed class IssuerAway(StrangeTokenTracker tracker) : IClassFixture<StrangeTokenTracker>
{
    [Fact]
    public async Task A_token_that_cannot_be_checked_is_neither_good_nor_bad()
    {
        tracker.Issuer.IsAway = true;

        await tracker.RefusesAsync(503, "issuer-away", async () =>
        {
            var response = await tracker.AskAsync(tracker.Issuer.Token());
            response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(10));
            return response;
        });
        using var caller = tracker.Client(tracker.Issuer.Token());
        (await caller.GetAsync("/api/picture")).EnsureSuccessStatusCode();
        (await tracker.Admin.GetAsync("/api/events")).EnsureSuccessStatusCode();
    }
}
