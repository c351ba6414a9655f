using System.Net;
using System.Text;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Networks;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Domain.Networks;
using static GuaranteeTracker.Api.Tests.Networks.RecordedDebate;

namespace GuaranteeTracker.Api.Tests.Networks;

public sealed class ReadingNetworks(RecordedDebate debate) : IClassFixture<RecordedDebate>
{
    [Fact]
    public async Task Without_a_wish_there_is_the_two_mode_network_of_all()
    {
        var network = await debate.NetworkAsync("");

        network.Select(member => member.Key).Should().Equal("known", "period", "kind", "over", "duplicates", "normalisation", "isolates", "window", "step", "nodes", "edges");
        string.Join(' ', network.Skip(2).Take(7).Select(member => member.Value?.ToString() ?? "null")).Should().Be("two-mode null all none kept null null");
        Nodes(network).Should().Equal("actor eu 5", "actor uk 4", "actor us 4", "topic air 6", "topic sanctions 4", "topic troops 3");
        network["nodes"]!.AsArray().Select(node => node!["label"]!.GetValue<string>()).Should().Equal(Formula, Markup, "United States", "Air", Doubled, Doubled);
        Edges(network).Should().Equal("eu air 2", "eu sanctions 1", "eu troops 2", "uk air 1", "uk sanctions 2", "uk troops 1", "us air 3", "us sanctions 1");
        network["edges"]![2]!.ToJsonString().Should().Be("""{"source":"eu","target":"troops","weight":2,"agree":1,"disagree":1}""");
        network["known"]!["sequence"]!.GetValue<long>().Should().Be(debate.Sequence);
    }

    [Theory]
    [InlineData("kind=congruence", "eu uk 3, uk us 2")]
    [InlineData("kind=conflict", "eu uk 3, eu us 7, uk us 3")]
    [InlineData("kind=subtract", "eu uk 0, eu us -7, uk us -1")]
    [InlineData("kind=subtract&nodes=topics", "air sanctions 3, air troops 1, sanctions troops -2")]
    [InlineData("kind=congruence&normalisation=average", "eu uk 0.6667, uk us 0.5")]
    [InlineData("kind=congruence&normalisation=jaccard", "eu uk 0.4286, uk us 0.2857")]
    [InlineData("kind=congruence&normalisation=cosine", "eu uk 0.15, uk us 0.125")]
    [InlineData("kind=congruence&duplicates=day", "eu uk 3, uk us 2")]
    [InlineData("kind=congruence&duplicates=week", "eu uk 2, uk us 2")]
    [InlineData("kind=congruence&duplicates=document", "eu uk 2, uk us 1")]
    [InlineData("kind=congruence&duplicates=range", "eu uk 2, uk us 1")]
    [InlineData("kind=congruence&topic=air&topic=troops", "eu uk 3")]
    [InlineData("kind=congruence&actor=us&actor=uk", "uk us 2")]
    [InlineData("kind=congruence&from=2025-08-05", "eu uk 1, uk us 2")]
    [InlineData("kind=congruence&to=2025-08-06T00:00:00Z", "eu uk 2")]
    [InlineData("kind=congruence&from=2025-08-05&to=2025-08-05", "")]
    [InlineData("kind=congruence&topic=nowhere", "")]
    public async Task Edges_are_those_of_the_question(string query, string edges) =>
        string.Join(", ", Edges(await debate.NetworkAsync(query))).Should().Be(edges);

    [Fact]
    public async Task Isolates_are_kept_or_dropped()
    {
        Nodes(await debate.NetworkAsync("kind=congruence&topic=troops")).Should().Equal("actor eu 2", "actor uk 1");
        Nodes(await debate.NetworkAsync("kind=conflict&topic=sanctions&actor=uk&actor=us")).Should().Equal("actor uk 2", "actor us 1");
        Nodes(await debate.NetworkAsync("kind=conflict&topic=sanctions&actor=uk&actor=us&isolates=dropped")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_series_has_a_network_for_each_window_with_the_same_nodes()
    {
        var answer = await debate.NetworkAsync("kind=congruence&from=2025-08-04&to=2025-08-20&window=7");

        answer.ContainsKey("nodes").Should().BeFalse();
        answer["step"]!.GetValue<int>().Should().Be(7);
        var series = answer["series"]!.AsArray().Select(network => network!).ToList();
        series.Select(network => $"{network["from"]} {network["to"]}").Should().Equal("2025-08-04 2025-08-10", "2025-08-11 2025-08-17", "2025-08-18 2025-08-20");
        series.Select(network => string.Join(", ", Nodes(network))).Should().Equal("actor eu 4, actor uk 3, actor us 2", "actor eu 0, actor uk 0, actor us 2", "actor eu 1, actor uk 1, actor us 0");
        series.Select(network => string.Join(", ", Edges(network))).Should().Equal("eu uk 3, uk us 1", "", "");
        foreach (var network in series)
        {
            var alone = await debate.NetworkAsync($"kind=congruence&from={network["from"]}&to={network["to"]}");
            Edges(alone).Should().Equal(Edges(network), "a window is as if it alone had been asked for");
        }
    }

    [Fact]
    public async Task A_series_goes_from_the_first_claim_to_the_last_where_no_period_is_asked_for()
    {
        var series = (await debate.NetworkAsync("window=10&step=6"))["series"]!.AsArray();

        series.Select(network => $"{network!["from"]} {network["to"]}").Should().Equal("2025-08-04 2025-08-13", "2025-08-10 2025-08-19", "2025-08-16 2025-08-20");
        (await debate.NetworkAsync("window=10&topic=nowhere"))["series"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Edges_tell_which_claims_made_them()
    {
        var said = await debate.NetworkAsync("explain=true");
        var made = await debate.NetworkAsync("kind=conflict&explain=true");

        said["edges"]![6]!["claims"]!.ToJsonString().Should().Be($"""["{Id(10)}","{Id(11)}","{Id(12)}"]""");
        said["edges"]![6]!.AsObject().ContainsKey("shared").Should().BeFalse();
        made["edges"]![0]!["shared"]!.ToJsonString().Should().Be(
            $$$"""
            [{"with":"sanctions","source":{"agree":["{{{Id(3)}}}"],"disagree":[]},"target":{"agree":[],"disagree":["{{{Id(7)}}}","{{{Id(8)}}}"]}},
            {"with":"troops","source":{"agree":["{{{Id(4)}}}"],"disagree":["{{{Id(5)}}}"]},"target":{"agree":["{{{Id(9)}}}"],"disagree":[]}}]
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task A_series_tells_the_claims_of_each_window()
    {
        var series = (await debate.NetworkAsync("from=2025-08-04&to=2025-08-20&window=7&explain=true&isolates=dropped&actor=us"))["series"]!.AsArray();

        series.Select(network => string.Join(' ', network!["edges"]!.AsArray().SelectMany(edge => edge!["claims"]!.AsArray().Select(claim => claim!.GetValue<string>()))))
            .Should().Equal($"{Id(10)} {Id(13)}", $"{Id(11)} {Id(12)}", "");
    }

    [Theory]
    [InlineData("")]
    [InlineData("kind=subtract&normalisation=cosine")]
    [InlineData("kind=congruence&nodes=topics&normalisation=jaccard")]
    [InlineData("kind=subtract&window=3&step=2")]
    [InlineData("kind=conflict&explain=true")]
    [InlineData("explain=true&window=5")]
    public async Task What_is_written_by_hand_has_the_bytes_that_the_serializer_writes(string query)
    {
        var json = await debate.Tracker.Public.GetStringAsync($"/api/network?{query}");

        JsonSerializer.Serialize(JsonSerializer.Deserialize<NetworkAnswer>(json, Json.Options), Json.Options).Should().Be(json);
    }

    [Fact]
    public void Weights_of_every_size_are_written_as_the_serializer_writes_them()
    {
        var nodes = new NetworkNode[] { new(NodeKind.Actor, "a", 1), new(NodeKind.Actor, "b", 2) };
        double[] weights = [0, -7, 1.0 / 3, -2e-9, 1e15, 1e16, 123456789012345678, 1.5e300, 5e-324];
        var edges = weights.Select(weight => new NetworkEdge(0, 1, weight, long.MaxValue, 0)).ToList();
        EdgeView[] views = [.. new EdgeList(new(null, nodes, edges), NetworkKind.Subtract, null)];
        var answer = new NetworkAnswer(
            new(1, null, 0), new(null, null), NetworkKind.Subtract, "actors", Duplicates.All, Normalisation.None, Isolates.Kept, null, null, [],
            new EdgeList(new(null, nodes, edges), NetworkKind.Subtract, null), null);

        Encoding.UTF8.GetString(ReadAnswer.Write(answer).Bytes).Should().Be(JsonSerializer.Serialize(answer with { Edges = views }, Json.Options));
    }

    [Theory]
    [InlineData("kind=subtract&normalisation=jaccard")]
    [InlineData("kind=two-mode&duplicates=all&isolates=kept&explain=false&topic=troops&topic=air")]
    [InlineData("kind=conflict&window=7&step=7")]
    [InlineData("kind=congruence&format=graphml&nodes=actors")]
    [InlineData("format=csv&to=2025-08-19")]
    public async Task The_address_that_an_answer_names_gives_the_same_bytes_for_ever(string query)
    {
        using var current = await debate.Tracker.Public.GetAsync($"/api/network?{query}");
        var pinned = current.Content.Headers.ContentLocation!.PathAndQuery;
        pinned.Should().Contain($"knownAt=seq:{debate.Sequence}&v=1");

        using var first = await debate.Tracker.Public.GetAsync(pinned);
        using var second = await debate.Tracker.Public.GetAsync(pinned);
        using var head = await debate.Tracker.Public.SendAsync(new(HttpMethod.Head, pinned));
        using var had = await debate.Tracker.Public.SendAsync(new(HttpMethod.Get, pinned) { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } });

        first.Headers.CacheControl!.ToString().Should().Be("public, max-age=31536000, immutable");
        var bytes = await first.Content.ReadAsByteArrayAsync();
        bytes.Should().Equal(await second.Content.ReadAsByteArrayAsync()).And.Equal(await current.Content.ReadAsByteArrayAsync());
        head.Content.Headers.ContentLength.Should().Be(bytes.Length);
        had.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task As_known_before_the_record_there_is_an_empty_network()
    {
        var network = await debate.NetworkAsync("knownAt=seq:0&kind=subtract&from=2025-08-04&to=2025-08-20");

        Nodes(network).Should().BeEmpty();
        Edges(network).Should().BeEmpty();
    }

    [Fact]
    public async Task It_is_described_with_its_members_as_they_are()
    {
        var members = (await debate.Tracker.Public.GetJsonAsync("/openapi/v1.json"))["components"]!["schemas"]!["NetworkAnswer"]!["properties"]!.AsObject();

        members.Select(member => member.Key).Should().Equal("known", "period", "kind", "over", "duplicates", "normalisation", "isolates", "window", "step", "nodes", "edges", "series");
    }
}
