using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Readme;

namespace GuaranteeTracker.Api.Tests.Pages;

/// <summary>What only somebody else says of an actor is never told as the actor's own word, wherever it is told.</summary>
public sealed class HearsayOnPages(SeededTracker tracker) : IClassFixture<SeededTracker>
{
    private const string TrumpOnPutin = "1f9da0cf-3b13-4efc-bd3b-0df4f0364be4";

    [Fact]
    public async Task Among_the_days_moves()
    {
        var page = await tracker.Public.OpenAsync("/picture?asOf=2025-08-20");

        page.QuerySelector($".moves li:has(a[href='/claims/{TrumpOnPutin}']) .tag").Words().Should().Be("hearsay only");
    }

    [Fact]
    public async Task Among_what_may_already_have_been_said()
    {
        var page = await tracker.Public.OpenAsync("/picture?asOf=2025-08-19");

        page.QuerySelector($"section[aria-labelledby=pending] li:has(a[href='/claims/{TrumpOnPutin}']) .tag").Words().Should().Be("hearsay: Donald Trump tells");
    }

    [Fact]
    public async Task Among_what_moved_between_two_days()
    {
        var page = await tracker.Public.OpenAsync("/compare?from=2025-08-18&to=2025-08-20&actor=russia&topic=guarantees-in-principle");

        page.Body.Words().Should().Contain("A first position, by hearsay only.");
    }

    [Theory]
    [InlineData("timelinejs")]
    [InlineData("atom")]
    public async Task In_headlines_of_exports(string format) =>
        (await tracker.Public.GetStringAsync($"/api/timeline?format={format}&actor=russia&topic=guarantees-in-principle"))
            .Should().Contain("Donald Trump says of Russia: open").And.NotContain(">Russia: open").And.NotContain("\"Russia: open");
}
