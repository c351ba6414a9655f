using System.Net;
using AngleSharp.Dom;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Readme;

namespace GuaranteeTracker.Api.Tests.Pages;

/// <summary>Topics as pages, told from the seeds.</summary>
public sealed class TopicPages(SeededTracker tracker) : IClassFixture<SeededTracker>
{
    private const string Path = "/topics/security-guarantees";

    [Fact]
    public async Task The_topic_says_who_is_for_and_who_against()
    {
        var page = await tracker.Public.OpenAsync(Path);

        page.QuerySelector("h1").Words().Should().Be("Western security guarantees");
        Side(page, "Against").Should().Be("Russia − opposes");
        Side(page, "For").Should().Contain("Ukraine + supports").And.Contain("United States + supports");
        Side(page, "Silent").Should().Be("European Union NATO");
    }

    [Fact]
    public async Task Quotes_come_newest_first_with_who_said_it_and_links_to_claim_and_words()
    {
        var page = await tracker.Public.OpenAsync(Path);

        var quote = page.QuerySelectorAll("article.quoted").Single(article => article.Words().Contains("genuine push for a comprehensive", StringComparison.Ordinal));
        quote.QuerySelector(".by").Words().Should().Be("between 18 August 2025 and 20 August 2025 − opposes Russian foreign ministry, for Russia");
        quote.QuerySelectorAll("blockquote[lang=en] p").Should().HaveCount(2);
        var id = quote.Id!["claim-".Length..];
        quote.QuerySelectorAll("a").Select(a => a.Address()).Should().Contain($"/claims/{id}")
            .And.Contain(address => address!.StartsWith("/sources/", StringComparison.Ordinal) && address.EndsWith($"#claim-{id}", StringComparison.Ordinal));
        page.QuerySelectorAll("article.quoted")[^1].QuerySelector(".date").Words().Should().Be("18 August 2025");
    }

    [Fact]
    public async Task What_Donald_Trump_tells_of_Russia_is_hearsay_and_denied()
    {
        var page = await tracker.Public.OpenAsync(Path);

        page.QuerySelector("#contradictions + ul").Words().Should().StartWith("denied hearsay Donald Trump says that Russia is open to it. First-hand, no earlier than that, Russia opposes it.");
        page.WordsOf(".doubt").Should().Contain("hearsay Donald Trump tells it and has no mandate for Russia.");
        page.QuerySelectorAll("article.quoted .by").Select(by => by.Words()).Should().Contain(by => by.EndsWith("Donald Trump, about Vladimir Putin and Russia", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_chart_is_in_the_page_and_leads_to_actors()
    {
        var page = await tracker.Public.OpenAsync(Path);

        var chart = page.QuerySelector(".scroll svg")!;
        chart.GetAttribute("aria-labelledby")!.Split(' ').Should().OnlyContain(id => page.GetElementById(id) != null);
        chart.QuerySelectorAll("a").Select(a => a.Address()).Should().Contain("/actors/russia");
    }

    [Fact]
    public async Task A_period_shows_only_what_counts_from_its_days_on()
    {
        var page = await tracker.Public.OpenAsync($"{Path}?from=2025-08-18&to=2025-08-18");

        page.WordsOf("article.quoted .date").Should().NotBeEmpty().And.OnlyContain(date => date == "18 August 2025");
        page.QuerySelector("input[name=from]")!.GetAttribute("value").Should().Be("2025-08-18");
    }

    [Fact]
    public async Task At_an_earlier_date_nobody_had_spoken()
    {
        var page = await tracker.Public.OpenAsync($"{Path}?asOf=2025-08-01");

        page.QuerySelector("#sides").Words().Should().Be("Who is where on 1 August 2025");
        page.WordsOf("dl.sides dd .chip").Should().BeEmpty();
    }

    [Theory]
    [InlineData("security-guarantees", "They are as far apart as they were: convergence 0.00, between −1 and 1, of the 2 actors with a first-hand position on both 18 August 2025 and 20 August 2025. 4 more actors have spoken since, and cannot be compared. The numbers")]
    [InlineData("reassurance-force", "Nobody has spoken since two actors had a position, on 19 August 2025: there is nothing to compare.")]
    [InlineData("us-air-support", "Fewer than two actors have spoken first-hand: there is nothing to compare.")]
    [InlineData("russia-as-guarantor", "Fewer than two actors have spoken first-hand: there is nothing to compare.")]
    public async Task Whether_they_came_closer_is_told_with_how_many_and_from_when_to_when(string topic, string words) =>
        (await tracker.Public.OpenAsync($"/topics/{topic}")).QuerySelector("#closer")!.NextElementSibling.Words().Should().Be(words);

    [Fact]
    public async Task The_numbers_behind_it_are_those_of_the_page_s_K()
    {
        var link = (await tracker.Public.OpenAsync($"{Path}?knownAt=seq:67")).QuerySelector("#closer + p a").Address();

        link.Should().Be("/api/topics/security-guarantees/convergence?from=2025-08-18&to=2025-08-20&knownAt=seq:67");
        (await tracker.Public.GetJsonAsync(link!))["entered"]!.GetValue<int>().Should().Be(4);
    }

    [Fact]
    public async Task The_head_says_what_the_page_is_and_where()
    {
        var page = await tracker.Public.OpenAsync(Path);

        page.Title.Should().Be("Western security guarantees · GuaranteeTracker");
        page.QuerySelector("link[rel=canonical]").Address().Should().Be($"https://tracker.example.org{Path}");
        page.QuerySelector("meta[property='og:image']")!.GetAttribute("content").Should().Be($"https://tracker.example.org{Path}.png");
        page.QuerySelector("link[type='application/atom+xml']").Address().Should().Be("/api/timeline?topic=security-guarantees&format=atom");
        page.QuerySelectorAll("h1").Should().ContainSingle();
    }

    [Fact]
    public async Task All_topics_are_listed_and_can_be_found_by_parts_of_their_words()
    {
        var all = await tracker.Public.OpenAsync("/topics");
        var found = await tracker.Public.OpenAsync("/topics?q=AIR+supp");

        all.QuerySelectorAll(".cards li").Should().HaveCount(16);
        all.QuerySelectorAll(".cards .name").Single(a => a.Address() == Path).ParentElement.Words()
            .Should().EndWith("6 positions now · said on 18 August 2025 to 20 August 2025");
        found.WordsOf(".cards .name").Should().Equal("Allied air support", "US air support");
    }

    [Theory]
    [InlineData("/topics/nothing-such", 404)]
    [InlineData("/topics/Not%20a%20slug", 404)]
    [InlineData(Path + "?page=0", 400)]
    [InlineData(Path + "?page=2", 422)]
    [InlineData(Path + "?from=yesterday", 400)]
    [InlineData(Path + "?asOf=2025-13-01", 400)]
    [InlineData(Path + "?knownAt=now", 400)]
    [InlineData("/topics?page=x", 400)]
    [InlineData("/topics?page=99", 422)]
    public async Task What_cannot_be_answered_is_a_page_that_says_so(string path, int status)
    {
        using var response = await tracker.Public.AskForPageAsync(path);

        ((int)response.StatusCode).Should().Be(status);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
    }

    [Fact]
    public async Task Empty_fields_are_taken_out_of_the_address()
    {
        using var response = await tracker.Public.AskForPageAsync($"{Path}?from=&to=2025-08-20");

        response.RequestMessage!.RequestUri!.PathAndQuery.Should().Be($"{Path}?to=2025-08-20");
        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static string Side(IParentNode page, string name) =>
        page.QuerySelectorAll("dl.sides dt").Single(side => side.Words() == name).NextElementSibling.Words();
}
