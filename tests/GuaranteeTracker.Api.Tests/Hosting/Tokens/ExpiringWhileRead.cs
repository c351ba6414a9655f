using GuaranteeTracker.Api.Tests.Ledger;

namespace GuaranteeTracker.Api.Tests.Hosting.Tokens;

public sealed class ExpiringWhileRead(TokenTracker tracker) : IClassFixture<TokenTracker>
{
    [Fact]
    public async Task The_live_log_ends_when_the_token_of_its_reader_has_expired()
    {
        const double secondsLeft = -24; // of the thirty that clocks may be apart
        using var reader = tracker.Client(tracker.Issuer.Token(claims: ("exp", Issuer.In(secondsLeft / 60))));
        using var response = await reader.FollowAsync();
        response.EnsureSuccessStatusCode();
        using var stream = new StreamReader(await response.Content.ReadAsStreamAsync());

        await stream.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }
}
