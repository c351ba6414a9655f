using System.Net;
using GuaranteeTracker.Api.Pictures;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Reading;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Tests.Pages;

public sealed class PicturesAsPages(Scene scene) : IClassFixture<Scene>
{
    [Theory]
    [InlineData("asOf=2025-08-18")]
    [InlineData("asOf=2025-08-19")]
    [InlineData("asOf=2025-08-21")]
    [InlineData("asOf=2025-08-21&actor=us")]
    [InlineData("asOf=2025-08-21&topic=us-air-support")]
    public async Task The_matrix_shows_each_position_with_its_stance_in_words(string query)
    {
        var positions = (await scene.Tracker.Public.GetJsonAsync($"/api/picture?view=cells&{query}"))["topics"]!.AsArray()
            .SelectMany(topic => topic!["positions"]!.AsArray()).Select(position => ($"/claims/{position!["claim"]}", position["stance"]!.ToString())).ToList();
        var page = await scene.Tracker.Public.OpenAsync($"/picture?{query}");

        var cells = page.QuerySelectorAll(".matrix a.cell:not(.pending)").Select(cell => (cell.GetAttribute("href"), cell.ClassList.Single(name => name.StartsWith("stance-", StringComparison.Ordinal))["stance-".Length..])).ToList();

        cells.Should().BeEquivalentTo(positions).And.NotBeEmpty();
        page.QuerySelectorAll(".matrix a.cell:not(.pending)").Should().OnlyContain(cell => cell.QuerySelector(".visually-hidden")!.TextContent.Contains(cell.ClassName!.Split("stance-")[1].Split(' ')[0]));
    }

    [Fact]
    public async Task What_may_already_have_been_said_is_in_no_position_but_shown_apart()
    {
        var page = await scene.Tracker.Public.OpenAsync("/picture?asOf=2025-08-18");

        page.QuerySelectorAll(".matrix a.pending").Select(cell => cell.GetAttribute("href")).Should().Equal("/topics/co-op", "/topics/coop");
        page.QuerySelector("section[aria-labelledby=pending]").Words().Should().Contain("between 18 August 2025 and 20 August 2025").And.Contain("by 19 August 2025");
    }

    [Fact]
    public async Task Contradictions_disputes_and_hearsay_are_told_in_words()
    {
        var page = await scene.Tracker.Public.OpenAsync("/picture?asOf=2025-08-21");

        page.QuerySelector($".matrix a[href='/claims/{Scene.AboutRussia}']")!.GetAttribute("title").Should().Contain("hearsay only").And.Contain("disputed");
        page.QuerySelector($".matrix a[href='/claims/{Scene.Trump}']")!.GetAttribute("title").Should().Contain("contradicted");
        page.QuerySelectorAll("section[aria-labelledby=contradictions] .tag").Select(tag => tag.TextContent).Should().Equal(
            "hearsay that the actor's own later words deny", "two speakers within a week", "later hearsay that the actor has not confirmed");
    }

    [Fact]
    public async Task The_days_moves_are_told_and_the_days_with_news_are_a_link_away()
    {
        var page = await scene.Tracker.Public.OpenAsync("/picture?asOf=2025-08-18");

        page.QuerySelectorAll(".moves li").Select(move => move.Words()).Should().Contain(text => text.StartsWith("United States on US air support: − opposes", StringComparison.Ordinal) && text.Contains("(+) open"));
        page.QuerySelector("a[rel=prev]")!.GetAttribute("href").Should().Be("/picture?asOf=2025-08-17");
        page.QuerySelector("a[rel=next]")!.GetAttribute("href").Should().Be("/picture?asOf=2025-08-19");
    }

    [Fact]
    public async Task Links_of_a_page_at_a_K_lead_to_pages_at_that_K()
    {
        var page = await scene.Tracker.Public.OpenAsync($"/picture?asOf=2025-08-18&knownAt=seq:{scene.Sequence}");

        var links = page.QuerySelectorAll("#picture a[href^='/actors/'], #picture a[href^='/topics/']").Select(link => link.GetAttribute("href")!).ToList();
        links.Should().NotBeEmpty().And.OnlyContain(link => link.EndsWith($"?knownAt=seq:{scene.Sequence}"));
    }

    [Fact]
    public void An_offset_in_K_survives_in_links() =>
        new PicturePlace("2026-11-22T22:44:13+01:00", IsPinned: false, Selection.Everything).ToActor("us").Should().Be("/actors/us?knownAt=2026-11-22T22:44:13%2B01:00");

    [Theory]
    [InlineData("/picture?asOf=yesterday", 400)]
    [InlineData("/picture?knownAt=seq:x", 400)]
    [InlineData("/picture?knownAt=seq:100000000", 422)]
    [InlineData("/picture?actor=NOBODY%20here", 400)]
    [InlineData("/snapshots/yesterday/seq:1", 400)]
    [InlineData("/snapshots/2025-08-20/seq:100000000", 422)]
    [InlineData("/snapshots/2025-08-20", 404)]
    [InlineData("/embed/snapshots/2025-08-20/never", 400)]
    public async Task Bad_addresses_are_answered_with_a_page_that_says_what_to_do(string address, int status)
    {
        var page = await scene.Tracker.Public.OpenAsync(address, (HttpStatusCode)status);

        page.QuerySelector("h1 + p")!.TextContent.Should().NotBeEmpty();
        using var plain = await scene.Tracker.Public.GetAsync(address);
        (await plain.JsonAsync())["detail"]!.GetValue<string>().Should().Be(page.QuerySelector("h1 + p")!.TextContent, "programs are told the same");
    }

    [Fact]
    public async Task Fields_left_empty_are_taken_out_of_the_address() =>
        (await scene.Tracker.Public.AskForPageAsync("/picture?asOf=2025-08-18&knownAt=&actor=us&topic=")).RequestMessage!.RequestUri!.PathAndQuery.Should().Be("/picture?asOf=2025-08-18&actor=us");

    [Fact]
    public async Task The_root_leads_to_the_picture() =>
        (await scene.Tracker.Public.AskForPageAsync("/")).RequestMessage!.RequestUri!.PathAndQuery.Should().Be("/picture");

    [Theory]
    [InlineData("/picture?asOf=2025-08-20")]
    [InlineData("/snapshots/2025-08-20/seq:5")]
    public async Task A_page_had_already_is_not_sent_again(string address)
    {
        using var first = await scene.Tracker.Public.AskForPageAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        (await scene.Tracker.Public.SendAsync(again)).StatusCode.Should().Be(HttpStatusCode.NotModified);
        using var head = await scene.Tracker.Public.AskForPageAsync(address, HttpMethod.Head);
        head.Content.Headers.ContentLength.Should().Be(first.Content.Headers.ContentLength);
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Only_what_is_made_for_it_may_be_shown_in_a_frame()
    {
        (await PolicyAsync("/picture")).Should().Contain("frame-ancestors 'none'");
        (await PolicyAsync($"/snapshots/2025-08-20/seq:{scene.Sequence}")).Should().Contain("frame-ancestors 'none'");
        (await PolicyAsync($"/embed/snapshots/2025-08-20/seq:{scene.Sequence}")).Should().Contain("frame-ancestors *").And.Contain("default-src 'none'");

        var page = await scene.Tracker.Public.OpenAsync($"/embed/snapshots/2025-08-20/seq:{scene.Sequence}");
        page.QuerySelectorAll("nav, script, form").Should().BeEmpty();
    }

    [Fact]
    public async Task Citing_leads_to_a_page_pinned_at_this_moment()
    {
        using var pinned = await scene.Tracker.Public.AskForPageAsync("/snapshots?asOf=2025-08-20&topic=co-op");

        pinned.RequestMessage!.RequestUri!.PathAndQuery.Should().Be($"/snapshots/2025-08-20/seq:{scene.Sequence}?topic=co-op");
        var page = await scene.Tracker.Public.OpenAsync(pinned.RequestMessage.RequestUri.PathAndQuery);
        page.QuerySelector("#citation").Words().Should().Contain($"https://tracker.example.org/snapshots/2025-08-20/seq:{scene.Sequence}?topic=co-op").And.Contain("checkpoint of");
    }

    private async Task<string> PolicyAsync(string address)
    {
        using var response = await scene.Tracker.Public.AskForPageAsync(address);
        return response.Headers.GetValues("Content-Security-Policy").Single();
    }
}
