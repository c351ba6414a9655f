using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Readme;

namespace GuaranteeTracker.Api.Tests.Pages;

public sealed class AskingPagesAgain(SeededTracker tracker) : IClassFixture<SeededTracker>
{
    [Fact]
    public async Task A_topic_that_was_not_on_record_yet_is_compared_all_the_same()
    {
        var page = await tracker.Public.OpenAsync("/compare?from=2025-08-20&to=2025-08-20&knownFrom=seq:67&knownTo=seq:0");

        page.Body.Words().Should().Contain("What was corrected");
        page.QuerySelectorAll(".changes li").Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("/picture?asOf=2025-08-20")]
    [InlineData("/embed/snapshots/2025-08-20/seq:67")]
    public async Task Asked_again_a_page_keeps_the_policy_that_it_came_with(string address)
    {
        using var first = await tracker.Public.AskForPageAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var response = await tracker.Public.SendAsync(again);

        ((int)response.StatusCode).Should().Be(304);
        response.Headers.Contains("Content-Security-Policy").Should().BeFalse("a cache would put it in the place of the page's own");
    }
}
