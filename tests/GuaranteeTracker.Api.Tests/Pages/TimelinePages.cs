using AngleSharp.Dom;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Readme;

namespace GuaranteeTracker.Api.Tests.Pages;

/// <summary>The timeline as a page, told from the seeds.</summary>
public sealed class TimelinePages(SeededTracker tracker) : IClassFixture<SeededTracker>
{
    [Fact]
    public async Task Days_come_oldest_first_with_what_was_said_and_who_met()
    {
        var page = await tracker.Public.OpenAsync("/timeline");

        page.WordsOf("section.day h2").Should().Equal("17 August 2025", "18 August 2025", "19 August 2025", "20 August 2025");
        page.QuerySelectorAll("article.quoted").Should().HaveCount(32);
        page.QuerySelectorAll("section.day")[0].WordsOf("article.met").Should().Equal(
            "◆ Meeting of Donald Trump and Vladimir Putin in Alaska between 11 August 2025 and 17 August 2025, Alaska · present: Donald Trump, Vladimir Putin");
        page.WordsOf("article.quoted .date").Should().Contain("by 20 August 2025");
    }

    [Fact]
    public async Task It_can_be_looked_at_closer_and_from_further_away()
    {
        var page = await tracker.Public.OpenAsync("/timeline");

        Zooms(page).Should().Equal(
            ("Everything", "/timeline"),
            ("Year: 2025", "/timeline?from=2025-01-01&to=2025-12-31"),
            ("Month: August 2025", "/timeline?from=2025-08-01&to=2025-08-31"),
            ("Week: 18 August 2025 to 24 August 2025", "/timeline?from=2025-08-18&to=2025-08-24"),
            ("Day: 20 August 2025", "/timeline?from=2025-08-20&to=2025-08-20"));
        page.QuerySelector("[aria-label=Period] [aria-current=true]").Words().Should().Be("Everything");
    }

    [Theory]
    [InlineData("from=2025-08-01&to=2025-08-31", "from=2025-07-01&to=2025-07-31", "from=2025-09-01&to=2025-09-30")]
    [InlineData("from=2024-02-01&to=2024-02-29", "from=2024-01-01&to=2024-01-31", "from=2024-03-01&to=2024-03-31")]
    [InlineData("from=2025-01-01&to=2025-12-31", "from=2024-01-01&to=2024-12-31", "from=2026-01-01&to=2026-12-31")]
    [InlineData("from=2024-12-30&to=2025-01-05", "from=2024-12-23&to=2024-12-29", "from=2025-01-06&to=2025-01-12")]
    [InlineData("from=2024-02-29&to=2024-02-29", "from=2024-02-28&to=2024-02-28", "from=2024-03-01&to=2024-03-01")]
    public async Task The_periods_before_and_after_are_the_calendar_s(string shown, string before, string after)
    {
        var page = await tracker.Public.OpenAsync($"/timeline?{shown}&actor=us");

        page.QuerySelector("a[rel=prev]").Address().Should().Be($"/timeline?{before}&actor=us");
        page.QuerySelector("a[rel=next]").Address().Should().Be($"/timeline?{after}&actor=us");
    }

    [Fact]
    public async Task Filters_are_chosen_in_the_form_and_kept_in_every_link()
    {
        var page = await tracker.Public.OpenAsync("/timeline?actor=russia&topic=security-guarantees&topic=us-air-support");

        page.WordsOf("select[name=actor] option[selected]").Should().Equal("Russia");
        page.WordsOf("select[name=topic] option[selected]").Should().Equal("US air support", "Western security guarantees");
        page.QuerySelectorAll("article.quoted .who").Should().NotBeEmpty().And.OnlyContain(who => who.Words().Contains("Russia", StringComparison.Ordinal));
        Zooms(page).Should().OnlyContain(zoom => zoom.Address.EndsWith("actor=russia&topic=security-guarantees&topic=us-air-support", StringComparison.Ordinal));
        page.QuerySelector("link[type='application/atom+xml']").Address().Should().Be("/api/timeline?actor=russia&topic=security-guarantees&topic=us-air-support&format=atom");
    }

    [Fact]
    public async Task Everything_can_be_taken_along_as_it_is_now_and_for_ever()
    {
        var page = await tracker.Public.OpenAsync("/timeline?from=2025-08-18&topic=security-guarantees");

        var addresses = page.QuerySelectorAll("details.menu a").Select(a => a.Address()!).ToList();
        addresses.Should().Contain("/api/timeline?from=2025-08-18&topic=security-guarantees&format=csv").And.Contain("/timeline.png?from=2025-08-18&topic=security-guarantees");
        foreach (var format in new[] { "json", "csv", "timelinejs", "atom", "ics" })
        {
            addresses.Should().ContainSingle(address => address.Contains("knownAt=seq:", StringComparison.Ordinal) && address.EndsWith($"&v=1&format={format}", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("svg", "image/svg+xml")]
    [InlineData("png", "image/png")]
    public async Task It_is_an_image_too(string format, string type)
    {
        using var response = await tracker.Public.AskForPageAsync($"/timeline.{format}?from=2025-08-18&topic=security-guarantees");

        response.IsSuccessStatusCode.Should().BeTrue();
        response.Content.Headers.ContentType!.MediaType.Should().Be(type);
    }

    [Fact]
    public async Task A_period_without_anything_says_so()
    {
        var page = await tracker.Public.OpenAsync("/timeline?from=1999-01-01&to=1999-12-31");

        page.QuerySelector("main").Words().Should().Contain("Nothing is on record for this period.");
        page.QuerySelectorAll("svg.chart").Should().BeEmpty();
    }

    [Theory]
    [InlineData("from=yesterday")]
    [InlineData("to=2025-02-30")]
    [InlineData("actor=US")]
    [InlineData("topic=%3Cscript%3E")]
    [InlineData("knownAt=seq:")]
    public async Task Bad_parameters_are_a_page_that_says_so(string query)
    {
        using var response = await tracker.Public.AskForPageAsync($"/timeline?{query}");

        ((int)response.StatusCode).Should().Be(400);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
    }

    private static List<(string Name, string Address)> Zooms(IParentNode page) =>
        [.. page.QuerySelectorAll("[aria-label=Period] a:not([rel])").Select(a => (a.Words(), a.Address()!))];
}
