using System.Net;
using System.Xml.Linq;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Reading;

namespace GuaranteeTracker.Api.Tests.Discovery;

public sealed class EmbeddingSnapshots(Scene scene) : IClassFixture<Scene>
{
    private const string Base = "https://tracker.example.org";

    [Fact]
    public async Task A_snapshot_is_embedded_in_a_frame()
    {
        var answer = await scene.Tracker.Public.GetJsonAsync($"/oembed?url={Uri.EscapeDataString($"{Base}/snapshots/2025-08-20/seq:3")}&maxwidth=640&maxheight=9000");

        answer["type"]!.GetValue<string>().Should().Be("rich");
        answer["version"]!.GetValue<string>().Should().Be("1.0");
        answer["provider_name"]!.GetValue<string>().Should().Be("GuaranteeTracker");
        answer["provider_url"]!.GetValue<string>().Should().Be(Base + "/");
        answer["title"]!.GetValue<string>().Should().Contain("20 August 2025").And.Contain("seq:3");
        (answer["width"]!.GetValue<int>(), answer["height"]!.GetValue<int>()).Should().Be((640, 600));
        var frame = XElement.Parse(answer["html"]!.GetValue<string>());
        frame.Name.LocalName.Should().Be("iframe");
        frame.Attribute("src")!.Value.Should().Be($"{Base}/embed/snapshots/2025-08-20/seq:3");
        frame.Attribute("width")!.Value.Should().Be("640");
        frame.Attribute("title")!.Value.Should().Be(answer["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_a_snapshot_leaves_out_its_frame_leaves_out_too()
    {
        var answer = await scene.Tracker.Public.GetJsonAsync($"/oembed?url={Uri.EscapeDataString($"{Base}/snapshots/2025-08-20/seq:3?actor=us&topic=co-op&topic=coop")}");

        XElement.Parse(answer["html"]!.GetValue<string>()).Attribute("src")!.Value.Should().Be($"{Base}/embed/snapshots/2025-08-20/seq:3?actor=us&topic=co-op&topic=coop");
    }

    [Fact]
    public async Task The_same_comes_as_XML()
    {
        var url = Uri.EscapeDataString($"{Base}/snapshots/2025-08-20T12%3A00%2B02%3A00/seq%3A3");
        using var response = await scene.Tracker.Public.GetAsync($"/oembed?format=xml&url={url}");

        response.Content.Headers.ContentType!.MediaType.Should().Be("text/xml");
        var xml = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        var json = await scene.Tracker.Public.GetJsonAsync($"/oembed?format=json&url={url}");
        xml.Name.LocalName.Should().Be("oembed");
        xml.Elements().Select(member => (member.Name.LocalName, member.Value)).Should().Equal(json.Select(member => (member.Key, member.Value!.ToString())));
        xml.Element("title")!.Value.Should().Contain("20 August 2025, 10:00:00 UTC");
        XElement.Parse(xml.Element("html")!.Value).Attribute("src")!.Value.Should().Be($"{Base}/embed/snapshots/2025-08-20T10:00:00Z/seq:3");
    }

    [Theory]
    [InlineData("https://elsewhere.example/snapshots/2025-08-20/seq:3")]
    [InlineData("https://tracker.example.org.elsewhere.example/snapshots/2025-08-20/seq:3")]
    [InlineData("http://tracker.example.org/snapshots/2025-08-20/seq:3")]
    [InlineData("https://tracker.example.org@elsewhere.example/snapshots/2025-08-20/seq:3")]
    [InlineData("https://tracker.example.org/topics/us-air-support")]
    [InlineData("https://tracker.example.org/snapshots/2025-08-20")]
    [InlineData("https://tracker.example.org/snapshots/2025-08-20/seq:3/more")]
    [InlineData("https://tracker.example.org/snapshots/2025-08-20/seq:3?onload=x")]
    [InlineData("https://tracker.example.org/snapshots/2025-08-20/seq:3?actor=\"><script>")]
    [InlineData("https://tracker.example.org/snapshots/2025-08-20/\"><script>")]
    [InlineData("https://tracker.example.org/snapshots/../seq:3")]
    [InlineData("https://tracker.example.org/snapshots/2025-02-30/seq:3")]
    [InlineData("https://tracker.example.org/snapshots/2025-08-20/seq:999999")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task Nothing_but_a_snapshot_of_this_service_is_embedded(string url)
    {
        using var refused = await scene.Tracker.Public.GetAsync($"/oembed?url={Uri.EscapeDataString(url)}");

        refused.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await refused.JsonAsync())["type"]!.GetValue<string>().Should().Be("/problems/not-found");
    }

    [Theory]
    [InlineData("format=yaml&url=x", 501, "unknown-embed-format")]
    [InlineData("", 400, "bad-parameter")]
    [InlineData("url=x&url=y", 400, "bad-parameter")]
    [InlineData("url=x&maxwidth=0", 400, "bad-parameter")]
    [InlineData("url=x&maxheight=-1", 400, "bad-parameter")]
    [InlineData("url=x&maxheight=99999999999", 400, "bad-parameter")]
    public async Task What_cannot_be_parsed_is_refused(string query, int status, string code)
    {
        using var refused = await scene.Tracker.Public.GetAsync($"/oembed?{query}");

        ((int)refused.StatusCode).Should().Be(status);
        (await refused.JsonAsync())["type"]!.GetValue<string>().Should().Be($"/problems/{code}");
    }
}
