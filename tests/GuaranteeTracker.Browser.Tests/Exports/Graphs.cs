using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Browser.Tests.Readers;
using static GuaranteeTracker.Browser.Tests.Exports.Item;

namespace GuaranteeTracker.Browser.Tests.Exports;

/// <summary>Networks as networkx reads them.</summary>
[Collection(AtHostileHome.Name)]
public sealed class Graphs(HostileHome home)
{
    [GraphTheory]
    [InlineData("", "agree", "disagree")]
    [InlineData("kind=subtract", "congruence", "conflict")]
    [InlineData("kind=subtract&nodes=topics&isolates=dropped&duplicates=document", "congruence", "conflict")]
    [InlineData("kind=congruence&normalisation=jaccard&from=2025-08-18", null, null)]
    [InlineData("kind=conflict&topic=nowhere", null, null)]
    public async Task A_reader_sees_every_node_and_edge_with_what_is_told_of_it(string query, string? agree, string? disagree)
    {
        var network = await home.Tracker.Public.GetJsonAsync($"/api/network?{query}");

        var graph = await GraphReader.ReadAsync(await home.Tracker.Public.GetByteArrayAsync($"/api/network?format=graphml&{query}"));

        var prefixed = query.Length == 0;
        (graph["directed"]!.GetValue<bool>(), graph["parallel"]!.GetValue<bool>()).Should().Be((false, false));
        graph["nodes"]!.AsArray().Select(node => $"{node![0]} {node[1]!["kind"]} {node[1]!["claims"]} {node[1]!["label"]}")
            .Should().BeEquivalentTo(network["nodes"]!.AsArray().Select(node => $"{(prefixed ? $"{node!["kind"]}:" : "")}{node!["id"]} {node["kind"]} {node["claims"]} {node["label"]}"));
        graph["edges"]!.AsArray().Select(edge => EdgeOf(Text(edge![0]), Text(edge[1]), edge[2]!, agree, disagree))
            .Should().BeEquivalentTo(network["edges"]!.AsArray().Select(edge => EdgeOf((prefixed ? "actor:" : "") + edge!["source"], (prefixed ? "topic:" : "") + edge["target"], edge, agree, disagree)));
        if (network["edges"]!.AsArray().Count > 0)
        {
            graph["types"]!.AsArray().Select(Text).Should().Contain("weight float").And.HaveCount(3);
        }

        Text(graph["graph"]!["known"]).Should().StartWith($"seq:{network["known"]!["sequence"]}");
    }

    [GraphTheory]
    [InlineData(HostileHome.Id, HostileHome.ActorName, HostileHome.Title)]
    public async Task A_reader_sees_recorded_words_as_they_are(string id, string name, string title)
    {
        var graph = await GraphReader.ReadAsync(await home.Tracker.Public.GetByteArrayAsync($"/api/network?format=graphml&actor={id}"));

        graph["nodes"]!.AsArray().Select(node => (Text(node![0]), Text(node[1]!["label"]))).Should().Equal(($"actor:{id}", name), ($"topic:{id}", title));
        graph["edges"]!.AsArray().Single()![2]!.ToJsonString().Should().Be("""{"weight":2.0,"agree":1,"disagree":1}""");
    }

    private static (string, double, string, string) EdgeOf(string source, string target, JsonNode data, string? agree, string? disagree) => (
        string.CompareOrdinal(source, target) < 0 ? $"{source} {target}" : $"{target} {source}", data["weight"]!.GetValue<double>(),
        agree is null ? "" : data[agree]!.ToJsonString(), disagree is null ? "" : data[disagree]!.ToJsonString());
}
