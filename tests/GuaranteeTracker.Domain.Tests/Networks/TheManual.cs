using GuaranteeTracker.Domain.Networks;
using static GuaranteeTracker.Domain.Tests.Networks.Debate;

namespace GuaranteeTracker.Domain.Tests.Networks;

/// <summary>The tables of docs/networks.md, which were computed by hand.</summary>
public sealed class TheManual
{
    [Fact]
    public void A_two_mode_network_counts_the_claims_of_each_actor_on_each_topic()
    {
        var network = Network(OfTheManual, Ask(NetworkKind.TwoMode));

        network.Nodes().Should().Equal("eu 5", "uk 4", "us 4", "air 6", "sanctions 4", "troops 3");
        network.Nodes.Select(node => node.Kind).Should().Equal(NodeKind.Actor, NodeKind.Actor, NodeKind.Actor, NodeKind.Topic, NodeKind.Topic, NodeKind.Topic);
        network.Edges().Should().Equal("eu air 2", "eu sanctions 1", "eu troops 2", "uk air 1", "uk sanctions 2", "uk troops 1", "us air 3", "us sanctions 1");
        network.Edges.Select(edge => (edge.Agree, edge.Disagree)).Should().Equal((2, 0), (1, 0), (1, 1), (1, 0), (0, 2), (1, 0), (0, 3), (0, 1));
    }

    [Theory]
    [InlineData(NetworkKind.Congruence, "eu uk 3, uk us 2")]
    [InlineData(NetworkKind.Conflict, "eu uk 3, eu us 7, uk us 3")]
    [InlineData(NetworkKind.Subtract, "eu uk 0, eu us -7, uk us -1")]
    public void Actors_are_tied_by_the_products_of_their_claims_on_each_topic(NetworkKind kind, string edges)
    {
        var network = Network(OfTheManual, Ask(kind));

        network.Nodes().Should().Equal("eu 5", "uk 4", "us 4");
        network.Edges().Should().Equal(edges.Split(", "));
    }

    [Theory]
    [InlineData(NetworkKind.Congruence, "air sanctions 5, air troops 3, sanctions troops 1")]
    [InlineData(NetworkKind.Conflict, "air sanctions 2, air troops 2, sanctions troops 3")]
    [InlineData(NetworkKind.Subtract, "air sanctions 3, air troops 1, sanctions troops -2")]
    public void Topics_are_tied_by_the_products_of_the_claims_of_each_actor(NetworkKind kind, string edges)
    {
        var network = Network(OfTheManual, Ask(kind, NodeKind.Topic));

        network.Nodes().Should().Equal("air 6", "sanctions 4", "troops 3");
        network.Edges().Should().Equal(edges.Split(", "));
    }

    [Theory]
    [InlineData(Normalisation.Average, "eu uk 0.6667, uk us 0.5")] // 3 / 4.5, 2 / 4
    [InlineData(Normalisation.Jaccard, "eu uk 0.4286, uk us 0.2857")] // 3 / (3 + 2 + 2), 2 / (2 + 2 + 3)
    [InlineData(Normalisation.Cosine, "eu uk 0.15, uk us 0.125")] // 3 / (5 · 4), 2 / (4 · 4)
    public void Congruence_is_normalised_by_what_both_said(Normalisation normalisation, string edges) =>
        Network(OfTheManual, Ask(NetworkKind.Congruence, normalisation: normalisation)).Edges().Should().Equal(edges.Split(", "));

    [Theory]
    [InlineData(Normalisation.Average, "eu uk 0, eu us -1.5556, uk us -0.25")] // -7 / 4.5, -1 / 4
    [InlineData(Normalisation.Jaccard, "eu uk 0, eu us -0.7778, uk us -0.1429")] // -7 / (0 + 5 + 4), -1 / (2 + 2 + 3)
    [InlineData(Normalisation.Cosine, "eu uk 0, eu us -0.35, uk us -0.0625")] // -7 / 20, -1 / 16
    public void What_is_left_of_congruence_is_normalised_by_the_same(Normalisation normalisation, string edges) =>
        Network(OfTheManual, Ask(NetworkKind.Subtract, normalisation: normalisation)).Edges().Should().Equal(edges.Split(", "));

    [Theory]
    [InlineData(Duplicates.Day, "eu 5, uk 4, us 4")]
    [InlineData(Duplicates.Week, "eu 4, uk 4, us 3")]
    [InlineData(Duplicates.Month, "eu 4, uk 3, us 2")]
    [InlineData(Duplicates.Year, "eu 4, uk 3, us 2")]
    [InlineData(Duplicates.Range, "eu 4, uk 3, us 2")]
    [InlineData(Duplicates.Document, "eu 4, uk 3, us 2")]
    public void Duplicates_are_counted_once(Duplicates duplicates, string nodes) =>
        Network(OfTheManual, Ask(NetworkKind.Congruence, duplicates: duplicates)).Nodes().Should().Equal(nodes.Split(", "));
}
