using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Browser.Tests.Readers;

namespace GuaranteeTracker.Browser.Tests.Exports;

/// <summary>Claims as linked data, as jsonld.js expands them, in the words that schema.org and the W3C publish.</summary>
[Collection(AtHostileHome.Name)]
public sealed class LinkedClaims(HostileHome home)
{
    private const string Schema = "http://schema.org/", Oa = "http://www.w3.org/ns/oa#";

    [Fact]
    public async Task Every_claim_is_said_in_words_that_there_are()
    {
        foreach (var claim in await ClaimsAsync())
        {
            var read = await Reader.ClaimAsync(await BytesAsync(claim, "jsonld"));
            var annotated = await Reader.AnnotationAsync(await BytesAsync(claim, "annotation"));

            Complaints(read).Should().BeEmpty(claim);
            Complaints(annotated).Should().BeEmpty(claim);
            Node(read)["@type"]!.AsArray().Select(Item.Text).Should().Equal($"{Schema}Claim");
            foreach (var needed in new[] { "text", "author", "datePublished", "appearance", "firstAppearance" })
            {
                Node(read)[Schema + needed]!.AsArray().Should().ContainSingle($"{claim} has {needed}");
            }
        }
    }

    [Theory]
    [InlineData(HostileHome.Claim)]
    [InlineData(HostileHome.Retracted)]
    public async Task Hostile_words_are_read_as_recorded(string id)
    {
        var claim = Node(await Reader.ClaimAsync(await BytesAsync(id, "jsonld")));
        var annotation = Node(await Reader.AnnotationAsync(await BytesAsync(id, "annotation")));

        Value(claim[$"{Schema}text"]).Should().Be(HostileHome.Summary);
        Value(Of(claim[$"{Schema}author"])[$"{Schema}name"]).Should().Be(HostileHome.ActorName);
        Value(Of(claim[$"{Schema}recordedAt"])[$"{Schema}name"]).Should().Be(HostileHome.Venue);
        Value(Of(claim[$"{Schema}hasPart"])[$"{Schema}text"]).Should().Be(HostileHome.Passage);
        Value(Of(Of(claim[$"{Schema}appearance"])[$"{Schema}publisher"])[$"{Schema}name"]).Should().Be(HostileHome.Publisher);
        var selectors = Of(annotation[$"{Oa}hasTarget"])[$"{Oa}hasSelector"]!.AsArray();
        Value(selectors[0]![$"{Oa}exact"]).Should().Be(HostileHome.Passage);
        Value(selectors[1]![$"{Oa}start"]).Should().Be("8", "it stands after “Before. ”");
        if (id == HostileHome.Retracted)
        {
            Value(claim[$"{Schema}creativeWorkStatus"]).Should().Be("retracted");
            Value(Of(claim[$"{Schema}correction"])[$"{Schema}text"]).Should().Be(HostileHome.Reason);
        }
    }

    [Fact]
    public async Task A_reader_complains_about_words_that_there_are_not()
    {
        var claim = JsonNode.Parse(await BytesAsync(HostileHome.Claim, "jsonld"))!;
        (claim["stance"], claim["recordedAt"]!["@type"]) = ("supports", "Person");
        var annotation = JsonNode.Parse(await BytesAsync(HostileHome.Claim, "annotation"))!;
        (annotation["bodyValue"], annotation["created"], annotation["target"]!["selector"]![1]!["start"]) = ("both", "2025-08-20T12:00:00", -1);

        Complaints(await Reader.ClaimAsync(Bytes(claim))).Should().Contain(["There is no property http://schema.org/stance.", "http://schema.org/recordedAt is never http://schema.org/Person."]);
        Complaints(await Reader.AnnotationAsync(Bytes(annotation))).Should().Contain(complaint => complaint.StartsWith("/created ", StringComparison.Ordinal)).And.Contain("/target/selector/1/start must be >= 0").And.Contain(" must NOT be valid");
    }

    /// <summary>All there are, and the one that a timeline leaves out.</summary>
    private async Task<IEnumerable<string>> ClaimsAsync() =>
        (await home.Tracker.Public.GetJsonAsync("/api/timeline"))["items"]!.AsArray().Where(item => Item.Text(item!["kind"]) == "claim").Select(item => Item.Text(item!["id"])).Append(HostileHome.Retracted);

    private Task<byte[]> BytesAsync(string claim, string format) => home.Tracker.Public.GetByteArrayAsync($"/api/claims/{claim}?format={format}");

    private static IEnumerable<string> Complaints(JsonNode read) => read["complaints"]!.AsArray().Select(Item.Text);

    private static byte[] Bytes(JsonNode node) => System.Text.Encoding.UTF8.GetBytes(node.ToJsonString());

    private static JsonNode Node(JsonNode read) => read["expanded"]![0]!;

    private static JsonNode Of(JsonNode? nodes) => nodes!.AsArray().Should().ContainSingle().Subject!;

    private static string Value(JsonNode? values) => Item.Text(Of(values)["@value"]);
}
