using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Readme;

namespace GuaranteeTracker.Api.Tests.Pages;

/// <summary>Actors as pages, told from the seeds.</summary>
public sealed class ActorPages(SeededTracker tracker) : IClassFixture<SeededTracker>
{
    [Fact]
    public async Task An_actor_has_a_block_for_each_topic_with_its_stance_and_quotes()
    {
        var page = await tracker.Public.OpenAsync("/actors/russia");

        var block = page.QuerySelector("section[aria-labelledby='on-security-guarantees']")!;
        block.QuerySelector("h3").Words().Should().Be("Western security guarantees − opposes");
        block.QuerySelectorAll("article.quoted").Should().NotBeEmpty();
        page.QuerySelectorAll("section[aria-labelledby='on-guarantees-in-principle'] h3 .tag").Single().Words().Should().Be("hearsay only");
    }

    [Fact]
    public async Task Who_speaks_for_whom_stands_on_both_pages_with_its_days()
    {
        var state = await tracker.Public.OpenAsync("/actors/us");
        var person = await tracker.Public.OpenAsync("/actors/donald-trump");

        state.QuerySelectorAll("dl.facts dt").Single(dt => dt.Words() == "Spoken for by").NextElementSibling.Words().Should().Be("Donald Trump from 20 January 2025");
        person.QuerySelectorAll("dl.facts dt").Single(dt => dt.Words() == "Speaks for").NextElementSibling.Words().Should().Be("United States from 20 January 2025");
        person.QuerySelector("main").Words().Should().Contain("also called President Trump and Trump").And.Contain("No claim on record tells of a position of Donald Trump’s own");
        person.WordsOf("#encounters ~ article strong").Should().Equal("Summit of Donald Trump, Volodymyr Zelensky and European leaders in Washington", "Meeting of Donald Trump and Vladimir Putin in Alaska");
        var alaska = person.QuerySelectorAll("#encounters ~ article")[1];
        alaska.QuerySelector(".quiet").Words().Should().Be("between 11 August 2025 and 17 August 2025, Alaska · present: Donald Trump, Vladimir Putin");
        alaska.QuerySelector("a").Address().Should().Be("/timeline?from=2025-08-17&to=2025-08-17");
    }

    [Fact]
    public async Task One_topic_can_be_shown_alone()
    {
        var page = await tracker.Public.OpenAsync("/actors/russia?topic=security-guarantees");

        page.WordsOf("section h3 a").Should().Equal("Western security guarantees");
        page.QuerySelectorAll("input[name=topic][value=security-guarantees]").Should().ContainSingle("a period keeps the topic");
    }

    [Fact]
    public async Task All_actors_are_listed_and_can_be_found_by_their_aliases()
    {
        var all = await tracker.Public.OpenAsync("/actors");
        var found = await tracker.Public.OpenAsync("/actors?q=kyiv");

        all.QuerySelectorAll(".cards li").Should().HaveCount(14);
        all.WordsOf(".cards li").Should().Contain("Donald Trump person, speaks for United States 0 positions now · also called President Trump and Trump");
        found.WordsOf(".cards .name").Should().Equal("Ukraine");
    }

    [Theory]
    [InlineData("Zelenskiy", "Volodymyr Zelensky")]
    [InlineData("russia", "Russia", "Russian foreign ministry")]
    [InlineData("Macron")]
    public async Task Actors_are_found_by_misspelt_names_the_best_first(string wish, params string[] names) =>
        (await tracker.Public.OpenAsync($"/actors?q={wish}")).WordsOf(".cards .name").Should().Equal(names);

    [Fact]
    public async Task A_form_that_nobody_filled_in_shows_all() =>
        (await tracker.Public.OpenAsync("/actors?q=+")).QuerySelectorAll(".cards li").Should().HaveCount(14);

    [Theory]
    [InlineData("/actors/nobody", 404)]
    [InlineData("/actors/US", 404)]
    [InlineData("/actors/us?topic=Not", 400)]
    [InlineData("/actors/us?topic=a&topic=b", 400)]
    [InlineData("/actors/us?page=2", 422)]
    [InlineData("/actors/us?to=2025-02-30", 400)]
    public async Task What_cannot_be_answered_is_a_page_that_says_so(string path, int status)
    {
        using var response = await tracker.Public.AskForPageAsync(path);

        ((int)response.StatusCode).Should().Be(status);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
    }
}
