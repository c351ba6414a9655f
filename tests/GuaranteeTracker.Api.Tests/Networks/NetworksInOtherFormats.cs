using System.Xml.Linq;
using GuaranteeTracker.Api.Tests.Exports;
using static GuaranteeTracker.Api.Tests.Networks.RecordedDebate;

namespace GuaranteeTracker.Api.Tests.Networks;

public sealed class NetworksInOtherFormats(RecordedDebate debate) : IClassFixture<RecordedDebate>
{
    private static readonly XNamespace _graphMl = "http://graphml.graphdrawing.org/xmlns";

    [Fact]
    public async Task A_two_mode_network_is_a_matrix_of_actors_by_topics_whose_labels_differ()
    {
        var table = Table.Read(await GetAsync("format=csv"));

        table[0].Keys.Should().Equal("actor", "Air", "Sea (sanctions)", "Sea (troops)");
        table.Select(row => string.Join('|', row.Values)).Should().Equal($"'{Formula}|2|1|2", $"{Markup}|1|2|1", "United States|3|1|0");
    }

    [Fact]
    public async Task A_one_mode_network_is_a_symmetric_matrix_without_a_diagonal_and_numbers_stay_numbers()
    {
        var table = Table.Read(await GetAsync("kind=subtract&format=csv"));

        table[0].Keys.Should().Equal("actor", $"'{Formula}", Markup, "United States");
        table.Select(row => string.Join('|', row.Values.Skip(1))).Should().Equal("0|0|-7", "0|0|-1", "-7|-1|0");
        Table.Read(await GetAsync("kind=congruence&nodes=topics&format=csv&normalisation=average"))[0].Values.Should().Equal("Air", "0", "1", $"{3 / 4.5:R}");
    }

    [Fact]
    public async Task GraphML_has_every_node_and_edge_in_the_plain_dialect()
    {
        var root = XDocument.Parse(await GetAsync("format=graphml")).Root!;

        root.Elements(_graphMl + "key").Select(key => $"{key.Attribute("for")!.Value} {key.Attribute("attr.name")!.Value} {key.Attribute("attr.type")!.Value}")
            .Should().Equal("graph query string", "graph period string", "graph known string", "graph pinned string", "node kind string", "node label string", "node claims long", "edge weight double", "edge agree long", "edge disagree long");
        var graph = root.Elements(_graphMl + "graph").Single();
        graph.Elements(_graphMl + "node").Select(node => $"{node.Attribute("id")!.Value} {Data(node, "kind")} {Data(node, "label")} {Data(node, "claims")}").Should().Equal(
            $"actor:eu actor {Formula} 5", $"actor:uk actor {Markup} 4", "actor:us actor United States 4", "topic:air topic Air 6", "topic:sanctions topic Sea 4", "topic:troops topic Sea 3");
        graph.Elements(_graphMl + "edge").Select(edge => $"{edge.Attribute("source")!.Value} {edge.Attribute("target")!.Value} {Data(edge, "weight")} {Data(edge, "agree")} {Data(edge, "disagree")}")
            .Should().HaveCount(8).And.Contain("actor:eu topic:troops 2 1 1");
        Data(graph, "known").Should().StartWith($"seq:{debate.Sequence} (");
    }

    [Fact]
    public async Task GraphML_of_one_mode_has_plain_ids_and_what_the_weight_is_made_of()
    {
        var graph = XDocument.Parse(await GetAsync("kind=subtract&format=graphml&isolates=dropped")).Root!.Element(_graphMl + "graph")!;

        graph.Elements(_graphMl + "edge").Select(edge => $"{edge.Attribute("source")!.Value} {edge.Attribute("target")!.Value} {Data(edge, "weight")} {Data(edge, "congruence")} {Data(edge, "conflict")}")
            .Should().Equal("eu uk 0 3 3", "eu us -7 0 7", "uk us -1 2 3");
    }

    [Theory]
    [InlineData("csv", "text/csv; charset=utf-8; header=present")]
    [InlineData("graphml", "application/graphml+xml; charset=utf-8")]
    public async Task The_head_says_what_was_asked_and_what_was_known(string format, string type)
    {
        using var response = await debate.Tracker.Public.GetAsync($"/api/network?format={format}&kind=conflict&nodes=actors&from=2025-08-04");

        string Header(string name) => response.Headers.GetValues(name).Single();
        Header("Query").Should().Be("from=2025-08-04T00:00:00Z&kind=conflict");
        Header("Period").Should().Be("2025-08-04T00:00:00Z/..");
        Header("Item-Count").Should().Be("3");
        Header("Known-Sequence").Should().Be($"{debate.Sequence}");
        Header("Link").Should().Be($"<https://tracker.example.org/api/network?knownAt=seq:{debate.Sequence}&v=1&from=2025-08-04T00:00:00Z&kind=conflict&format={format}>; rel=\"cite-as\"");
        response.Content.Headers.ContentDisposition!.ToString().Should().Be($"inline; filename=\"network-{debate.Sequence}.{format}\"");
        response.Content.Headers.ContentType!.ToString().Should().Be(type);
    }

    [Fact]
    public async Task Of_nothing_there_is_an_empty_graph_and_an_empty_matrix()
    {
        Table.Read(await GetAsync("format=csv&topic=nowhere")).Should().BeEmpty();
        XDocument.Parse(await GetAsync("format=graphml&topic=nowhere")).Descendants(_graphMl + "node").Should().BeEmpty();
    }

    private static string Data(XElement of, string key) => of.Elements(_graphMl + "data").Single(data => data.Attribute("key")!.Value == key).Value;

    private Task<string> GetAsync(string query) => debate.Tracker.Public.GetStringAsync($"/api/network?{query}");
}
