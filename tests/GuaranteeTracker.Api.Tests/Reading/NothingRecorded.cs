using System.Net;
using System.Xml.Linq;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Reading;

/// <summary>A record that nobody has begun.</summary>
public sealed class NothingRecorded(Tracker tracker) : IClassFixture<Tracker>
{
    private const string NobodySpoke = "Nothing that is on record had been said by then.";

    [Theory]
    [InlineData("/", NobodySpoke)]
    [InlineData("/picture", NobodySpoke)]
    [InlineData("/picture?asOf=2025-08-20&knownAt=seq:0", NobodySpoke)]
    [InlineData("/picture?asOf=2025-08-20&knownAt=2003-01-01", NobodySpoke)]
    [InlineData("/snapshots", NobodySpoke)]
    [InlineData("/snapshots/2025-08-20/seq:0", NobodySpoke)]
    [InlineData("/topics", "0 topics")]
    [InlineData("/actors", "0 actors")]
    [InlineData("/sources", "There is none yet.")]
    [InlineData("/timeline", "Nothing is on record for this period. See everything")]
    [InlineData("/timeline?from=2025-08-18&to=2025-08-20", "Nothing is on record for this period. See everything")]
    [InlineData("/compare", "No position moved.")]
    [InlineData("/network", "Nothing ties anybody here. See everything")]
    [InlineData("/compare?from=2025-08-18&to=2025-08-20&knownFrom=seq:0", "No position moved.")]
    public async Task A_page_says_so(string address, string words)
    {
        var page = await tracker.Public.OpenAsync(address);

        page.WordsOf("main p").Should().Contain(words);
        page.QuerySelectorAll("a[href^='/claims/'], a[href^='/sources/'], a[href^='/topics/'], a[href^='/actors/']").Should().BeEmpty("there is nobody and nothing to lead to");
    }

    [Theory]
    [InlineData("/snapshots")]
    [InlineData("/snapshots?asOf=2025-08-20&topic=us-air-support")]
    public async Task A_snapshot_of_it_can_be_cited(string address)
    {
        using var response = await tracker.Public.AskForPageAsync(address);

        response.RequestMessage!.RequestUri!.AbsolutePath.Should().MatchRegex("^/snapshots/[^/]+/seq:0$");
    }

    [Fact]
    public async Task A_frame_of_it_has_an_empty_matrix()
    {
        var frame = await tracker.Public.OpenAsync("/embed/snapshots/2025-08-20/seq:0");

        frame.Body.Words().Should().Contain(NobodySpoke);
        frame.QuerySelectorAll("td").Should().BeEmpty();
    }

    [Theory]
    [InlineData("/topics/us-air-support", "There is no topic us-air-support on record.")]
    [InlineData("/actors/us", "There is no actor us on record.")]
    [InlineData("/claims/3a1b4f4e-0000-4000-8000-000000000000", "There is no claim 3a1b4f4e-0000-4000-8000-000000000000 on record.")]
    public async Task What_a_page_would_be_about_is_not_there(string address, string words)
    {
        (await tracker.Public.OpenAsync(address, HttpStatusCode.NotFound)).WordsOf("main p").Should().Contain(words);
    }

    [Theory]
    [InlineData("/picture")]
    [InlineData("/timeline")]
    public async Task Images_say_so(string path)
    {
        var texts = XDocument.Parse(await tracker.Public.GetStringAsync(path + ".svg")).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value);
        using var png = await tracker.Public.GetAsync(path + ".png");

        texts.Should().Contain(text => text.Contains("nothing on record", StringComparison.OrdinalIgnoreCase));
        png.StatusCode.Should().Be(HttpStatusCode.OK);
        (await png.Content.ReadAsByteArrayAsync()).Should().StartWith([0x89, 0x50, 0x4E, 0x47]);
    }

    [Theory]
    [InlineData("/api/picture?asOf=2025-08-20", "\"topics\":[],\"contradictions\":[],\"counts\":{\"cells\":0,\"claims\":0,\"sources\":0}")]
    [InlineData("/api/picture?asOf=2025-08-20&view=cells", "\"topics\":[],\"contradictions\":[]")]
    [InlineData("/api/picture/changes?from=2025-08-18&to=2025-08-20", "\"changes\":[]")]
    [InlineData("/api/contradictions", "\"contradictions\":[]")]
    [InlineData("/api/timeline", "\"items\":[]")]
    [InlineData("/api/timeline?format=timelinejs", "\"events\":[]")]
    [InlineData("/api/timeline?format=atom", "items: 0;")]
    [InlineData("/api/timeline?format=ics", "X-GUARANTEETRACKER-COUNT:0\r\n")]
    [InlineData("/api/polarisation", "\"series\":[]")]
    [InlineData("/api/actors", "\"items\":[],\"next\":null")]
    [InlineData("/api/topics", "\"items\":[],\"next\":null")]
    [InlineData("/api/encounters", "\"items\":[],\"next\":null")]
    [InlineData("/sitemap.xml", "<loc>https://tracker.example.org/timeline</loc>")]
    [InlineData("/robots.txt", "Sitemap: https://tracker.example.org/sitemap.xml")]
    public async Task Data_are_empty_and_whole(string address, string words) => (await tracker.Public.GetStringAsync(address)).Should().Contain(words);

    [Theory]
    [InlineData("/api/timeline?format=csv")]
    [InlineData("/api/picture?format=csv")]
    [InlineData("/api/picture?format=csv&view=cells")]
    public async Task A_table_has_its_head_alone(string address) => (await tracker.Public.GetStringAsync(address)).Trim().Should().NotContain("\n").And.Contain(",knownSequence,knownAt,pinned");

    [Theory]
    [InlineData("/api/timeline?format=atom")]
    [InlineData("/sitemap.xml")]
    public async Task What_is_XML_is_well_formed(string address) =>
        XDocument.Parse(await tracker.Public.GetStringAsync(address)).Descendants().Should().NotContain(element => element.Name.LocalName == "entry");
}
