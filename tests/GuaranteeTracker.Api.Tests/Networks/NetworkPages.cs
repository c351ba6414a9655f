using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using GuaranteeTracker.Api.Networks;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Networks;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Timelines;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static GuaranteeTracker.Api.Tests.Networks.RecordedDebate;

namespace GuaranteeTracker.Api.Tests.Networks;

public sealed class NetworkPages(RecordedDebate debate) : IClassFixture<RecordedDebate>
{
    [Fact]
    public async Task The_strongest_ties_are_told_with_what_made_them()
    {
        var page = await debate.Tracker.Public.OpenAsync("/network");

        page.WordsOf("main .lead").Should().Equal("3 actors and 3 ties, out of 13 claims with a side");
        page.WordsOf(".edges tbody th").Should().Equal($"{Formula} – United States", $"{Markup} – United States", $"{Formula} – {Markup}");
        page.WordsOf(".edges tbody td:nth-child(2)").Should().Equal("−7 congruence 0, conflict 7", "−1 congruence 2, conflict 3", "0 congruence 3, conflict 3");
        page.QuerySelectorAll(".edges tbody tr:first-child a[href^='/claims/']").Select(link => link.GetAttribute("href")).Should().Equal(
            $"/claims/{Id(1)}", $"/claims/{Id(2)}", $"/claims/{Id(10)}", $"/claims/{Id(11)}", $"/claims/{Id(12)}", $"/claims/{Id(3)}", $"/claims/{Id(13)}");
        page.QuerySelectorAll("svg.chart a").Should().HaveCount(3);
        page.QuerySelectorAll("svg.chart line.chart-disagree").Should().HaveCount(3, "two ties, and the legend");
    }

    [Fact]
    public async Task Actors_and_topics_are_tied_by_claims_whatever_else_the_form_sends()
    {
        var page = await debate.Tracker.Public.OpenAsync("/network?kind=two-mode&nodes=topics&normalisation=cosine&duplicates=all&from=&to=");

        page.WordsOf("main .lead").Should().Equal("3 actors, 3 topics and 8 ties, out of 13 claims with a side");
        page.WordsOf(".edges tbody tr:first-child td:nth-child(2)").Should().Equal("3 0 for, 3 against");
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

        page.QuerySelectorAll(".edges th a, svg.chart a").Should().NotBeEmpty().And.OnlyContain(link => link.GetAttribute("href")!.EndsWith($"?knownAt=seq:{debate.Sequence}", StringComparison.Ordinal));
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

    [Theory]
    [InlineData("/network?kind=onemode", HttpStatusCode.BadRequest, "two-mode, congruence, conflict, subtract")]
    [InlineData("/network?from=2025-08-20&to=2025-08-04", HttpStatusCode.UnprocessableEntity, "to lies before from: send one that is no earlier than from.")]
    public async Task What_cannot_be_answered_is_a_problem_page(string address, HttpStatusCode status, string words) =>
        (await debate.Tracker.Public.OpenAsync(address, status)).QuerySelector("main").Words().Should().Contain(words);

    [Theory]
    [InlineData("/network?kind=subtract&nodes=actors&normalisation=none&duplicates=all&from=&to=", "/network", "/api/network?kind=subtract&format=csv")]
    [InlineData("/network?kind=two-mode&nodes=topics&to=2025-08-20", "/network?to=2025-08-20T23:59:59.999999Z&kind=two-mode", "/api/network?to=2025-08-20T23:59:59.999999Z&format=csv")]
    [InlineData("/network?topic=air&nodes=topics&isolates=dropped&window=7&explain=true", "/network?nodes=topics&topic=air", "/api/network?kind=subtract&nodes=topics&topic=air&format=csv")]
    public async Task It_names_its_own_address_and_those_of_its_downloads_in_one_spelling(string asked, string address, string download)
    {
        var page = await debate.Tracker.Public.OpenAsync(asked);

        page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").Should().Be("https://tracker.example.org" + address);
        page.QuerySelectorAll(".menu a").Select(link => link.GetAttribute("href")).Should().Contain(download);
    }

    [Fact]
    public async Task What_is_too_large_is_not_drawn_and_the_form_stays_to_narrow_it()
    {
        var services = debate.Tracker.Services;
        var record = await services.GetRequiredService<RecordReader>().ReadAsync(CancellationToken.None);
        var asked = new NetworkRequest(new(null, null), Selection.Everything, new(NetworkKind.Subtract, NodeKind.Actor, Duplicates.All, Normalisation.None, Isolates.Kept), null, false);
        async Task<IDocument> OpenAsync(int actors) =>
            Page((await services.GetRequiredService<PageRenderer>().RenderAsync<NetworkPage>(NetworkPageReader.Show(Crowd(actors), asked, new DefaultHttpContext(), record))).Bytes);

        var (last, first) = (await OpenAsync(NetworkMaker.MostNodes), await OpenAsync(NetworkMaker.MostNodes + 1));

        last.QuerySelectorAll("svg.chart").Should().BeEmpty("nobody shares anything");
        last.WordsOf("main p").Should().Contain("Nothing ties anybody here. See everything");
        first.WordsOf("main .lead").Should().Equal("2,001 claims with a side");
        first.QuerySelector("main .notice[role=status]").Words().Should().Contain("more than 2,000 nodes");
        first.QuerySelectorAll("main form[action='/network'] select[name=kind]").Should().ContainSingle();
        first.QuerySelectorAll("svg.chart, .menu, .edges").Should().BeEmpty();
    }

    /// <summary>So many actors, each with a claim on a topic of its own.</summary>
    private static SidedClaims Crowd(int actors)
    {
        var stated = Edtf.TryParse("2025-08-18", out var day, out var because) ? day : throw new ArgumentException(because);
        return SidedClaims.Between(
            Enumerable.Range(1, actors).Select(i => TopicTimeline.Empty($"topic-{i}").With(TimelineNews.Of(
            [
                ClaimVersion.Of(
                    Guid.Parse(Id(i)), new ClaimOutline($"actor-{i}", $"topic-{i}", Stance.Open, Voice.Quote, null, null, stated, false, false, Guid.Empty, 0),
                    new Publication("The Independent", new(2025, 8, 20)), i),
            ]))),
            actors, Selection.Everything, DateTime.MinValue, DateTime.MaxValue);
    }

    private static IDocument Page(byte[] html) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(html));
}
