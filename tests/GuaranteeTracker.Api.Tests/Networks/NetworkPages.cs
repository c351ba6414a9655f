using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;
using static GuaranteeTracker.Api.Tests.Networks.RecordedDebate;

namespace GuaranteeTracker.Api.Tests.Networks;

public sealed class NetworkPages(RecordedDebate debate) : IClassFixture<RecordedDebate>
{
    [Fact]
    public async Task The_strongest_ties_are_told_with_what_made_them()
    {
        var page = await debate.Tracker.Public.OpenAsync("/network");

        page.WordsOf("main .lead").Should().Equal("3 actors and 3 ties, out of 13 claims with a side");
        page.WordsOf(".ties tbody th").Should().Equal($"{Formula} – United States", $"{Markup} – United States", $"{Formula} – {Markup}");
        page.WordsOf(".ties tbody td:nth-child(2)").Should().Equal("−7 congruence 0, conflict 7", "−1 congruence 2, conflict 3", "0 congruence 3, conflict 3");
        page.QuerySelectorAll(".ties tbody tr:first-child a[href^='/claims/']").Select(link => link.GetAttribute("href")).Should().Equal(
            $"/claims/{Id(1)}", $"/claims/{Id(2)}", $"/claims/{Id(10)}", $"/claims/{Id(11)}", $"/claims/{Id(12)}", $"/claims/{Id(3)}", $"/claims/{Id(13)}");
        page.QuerySelectorAll("svg.chart a").Should().HaveCount(3);
        page.QuerySelectorAll("svg.chart line.chart-disagree").Should().HaveCount(3, "two ties, and the legend");
    }

    [Fact]
    public async Task Actors_and_topics_are_tied_by_claims_whatever_else_the_form_sends()
    {
        var page = await debate.Tracker.Public.OpenAsync("/network?kind=two-mode&nodes=topics&normalisation=cosine&duplicates=all&from=&to=");

        page.WordsOf("main .lead").Should().Equal("3 actors, 3 topics and 8 ties, out of 13 claims with a side");
        page.WordsOf(".ties tbody tr:first-child td:nth-child(2)").Should().Equal("3 0 for, 3 against");
        page.QuerySelectorAll("svg.chart rect").Should().HaveCount(4, "three topics, and the legend");
    }

    [Theory]
    [InlineData("/network")]
    [InlineData("/network?kind=two-mode&nodes=actors&normalisation=none&duplicates=week&from=2025-08-05&topic=air")]
    [InlineData("/network?kind=congruence&nodes=topics&normalisation=jaccard&actor=eu&knownAt=seq:0")]
    public async Task Its_downloads_are_there(string address)
    {
        var page = await debate.Tracker.Public.OpenAsync(address);

        var links = page.QuerySelectorAll(".menu a").Select(link => link.GetAttribute("href")!).ToList();
        links.Should().HaveCount(6);
        foreach (var link in links)
        {
            using var response = await debate.Tracker.Public.GetAsync(link);
            response.StatusCode.Should().Be(HttpStatusCode.OK, link);
        }
    }

    [Fact]
    public async Task At_a_K_its_links_keep_to_it()
    {
        var page = await debate.Tracker.Public.OpenAsync($"/network?knownAt=seq:{debate.Sequence}");

        page.QuerySelectorAll(".ties th a, svg.chart a").Should().NotBeEmpty().And.OnlyContain(link => link.GetAttribute("href")!.EndsWith($"?knownAt=seq:{debate.Sequence}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/network?topic=troops&kind=congruence&from=2025-08-20", "Nothing ties anybody here. See everything")]
    [InlineData("/network?topic=troops", "Nothing is drawn: agreement and conflict are equal in every tie.")]
    public async Task Where_there_is_nothing_to_draw_it_says_so(string address, string words)
    {
        var page = await debate.Tracker.Public.OpenAsync(address);

        page.QuerySelectorAll("svg.chart").Should().BeEmpty();
        page.WordsOf("main p").Should().Contain(words);
    }

    [Fact]
    public async Task What_cannot_be_read_is_a_problem_page() =>
        (await debate.Tracker.Public.OpenAsync("/network?kind=onemode", HttpStatusCode.BadRequest)).QuerySelector("main").Words().Should().Contain("two-mode, congruence, conflict, subtract");
}
