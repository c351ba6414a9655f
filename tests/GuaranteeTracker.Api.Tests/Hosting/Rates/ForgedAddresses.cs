using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Hosting.Rates;

public sealed class ForgedAddresses(LimitedAloneTracker tracker) : IClassFixture<LimitedAloneTracker>
{
    [Fact]
    public async Task Where_no_proxy_is_configured_nobody_chooses_its_address()
    {
        for (var times = 0; times < 6; times++)
        {
            using var caller = tracker.From(tracker.FreshAddress());
            (await caller.GetAsync("/api/actors")).EnsureSuccessStatusCode();
        }

        using var next = tracker.From(tracker.FreshAddress());
        ((int)(await next.GetAsync("/api/actors")).StatusCode).Should().Be(429);
    }
}

/// <summary>As Rates is by default.</summary>
public sealed class UnlimitedAtHome(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task This_machine_is_not_limited()
    {
        for (var times = 0; times < 100; times++)
        {
            using var response = await tracker.Client("some-key-that-is-not-in-force").GetAsync("/api/events");
            ((int)response.StatusCode).Should().Be(401);
        }
    }
}
