using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Readme;

namespace GuaranteeTracker.Api.Tests.Pages;

/// <summary>What changed, as a page.</summary>
public sealed class ComparePages(SeededTracker tracker) : IClassFixture<SeededTracker>
{
    [Fact]
    public async Task Without_days_it_takes_the_last_week_with_news_and_says_so()
    {
        var page = await tracker.Public.OpenAsync("/compare");

        page.QuerySelector(".lead").Words().Should().Be("From the picture of 13 August 2025 to that of 20 August 2025.");
        page.QuerySelector("main").Words().Should().Contain("No days were chosen: these are the 7 days up to the last one on which something was said.");
        page.QuerySelector("input[name=from]")!.GetAttribute("value").Should().Be("2025-08-13");
    }

    [Fact]
    public async Task It_tells_the_same_as_its_JSON()
    {
        var page = await tracker.Public.OpenAsync("/compare?from=2025-08-18&to=2025-08-20");
        var json = await tracker.Public.GetJsonAsync(page.QuerySelectorAll("a").Single(a => a.Words() == "The same as JSON").Address()!);

        var moved = json["changes"]!.AsArray().Where(change => change!["kind"]!.GetValue<string>() == "moved").ToList();
        page.QuerySelector("#moved").Words().Should().Be($"What moved ({moved.Count})");
        page.QuerySelectorAll("section[aria-labelledby=moved] li").Select(line => line.QuerySelectorAll("a").Take(2).Select(a => a.Address()).ToList())
            .Should().BeEquivalentTo(moved.Select(change => new[] { $"/actors/{change!["actor"]}", $"/topics/{change["topic"]}" }));
        page.QuerySelectorAll("section[aria-labelledby=moved] .cause a").Select(a => a.Address())
            .Should().BeEquivalentTo(moved.SelectMany(change => change!["claims"]!.AsArray().Select(claim => $"/claims/{claim}")));
    }

    [Fact]
    public async Task What_was_recorded_later_was_learned()
    {
        var page = await tracker.Public.OpenAsync("/compare?from=2025-08-20&to=2025-08-20&knownFrom=seq:1");

        page.QuerySelector("section[aria-labelledby=moved]").Words().Should().Contain("No position moved.");
        var russia = page.QuerySelectorAll("section[aria-labelledby=learned] li").Single(line => line.QuerySelector("p").Words() == "Russia on Western security guarantees");
        russia.QuerySelectorAll("p")[1].Words().Should().Be("no position → became − opposes Nothing was known of it then.");
        page.QuerySelector("input[name=knownFrom]")!.GetAttribute("value").Should().Be("seq:1");
        page.QuerySelectorAll("form details")[0].HasAttribute("open").Should().BeTrue();
    }

    [Fact]
    public async Task Only_some_actors_can_be_compared()
    {
        var page = await tracker.Public.OpenAsync("/compare?from=2025-08-01&to=2025-08-20&actor=russia");

        page.QuerySelectorAll(".changes li").Should().NotBeEmpty().And.OnlyContain(line => line.QuerySelector("a").Address() == "/actors/russia");
    }

    [Theory]
    [InlineData("from=x", 400)]
    [InlineData("to=2025-02-30", 400)]
    [InlineData("knownFrom=seq:x", 400)]
    [InlineData("knownTo=2999-01-01", 422)]
    [InlineData("actor=US", 400)]
    public async Task Bad_parameters_are_the_same_problem_as_the_API_s_as_a_page(string query, int status)
    {
        using var json = await tracker.Public.GetAsync($"/api/picture/changes?{query}");

        ((int)json.StatusCode).Should().Be(status);
        var detail = JsonNode.Parse(await json.Content.ReadAsStringAsync())!["detail"]!.GetValue<string>();
        (await tracker.Public.OpenAsync($"/compare?{query}", json.StatusCode)).QuerySelector("main").Words().Should().Contain(detail);
    }
}
