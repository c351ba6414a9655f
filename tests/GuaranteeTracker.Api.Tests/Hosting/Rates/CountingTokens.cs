using GuaranteeTracker.Api.Tests.Hosting.Tokens;

namespace GuaranteeTracker.Api.Tests.Hosting.Rates;

public sealed class CountingTokens(CountingTokens.LimitedTokenTracker tracker) : IClassFixture<CountingTokens.LimitedTokenTracker>
{
    [Fact]
    public async Task Whoever_has_a_token_is_counted_by_its_subject_wherever_it_calls_from_and_with_every_token_of_its()
    {
        for (var times = 0; times < 6; times++)
        {
            (await StatusAsync("marta", $"198.51.100.{times}")).Should().Be(200);
        }

        (await StatusAsync("marta", "198.51.100.99")).Should().Be(429);
        (await StatusAsync("taras", "198.51.100.99")).Should().Be(200);
    }

    private async Task<int> StatusAsync(string subject, string address)
    {
        using var caller = tracker.Client(tracker.Issuer.Token(claims: ("sub", subject)));
        caller.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        using var response = await caller.GetAsync("/api/actors");
        return (int)response.StatusCode;
    }

    /// <summary>Six reads a minute; callers come from whatever address they say.</summary>
    public sealed class LimitedTokenTracker : TokenTracker
    {
        protected override IEnumerable<string> Settings =>
            [.. base.Settings, "--GuaranteeTracker:Rates:Reading=6", "--GuaranteeTracker:Rates:LimitLoopback=true", "--GuaranteeTracker:Proxies=127.0.0.1"];
    }
}
