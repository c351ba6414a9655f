using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Networks;
using GuaranteeTracker.Domain.Tests.Pictures;
using static GuaranteeTracker.Domain.Tests.Networks.Debate;

namespace GuaranteeTracker.Domain.Tests.Networks;

public sealed class TooMuch
{
    [Fact]
    public void More_nodes_than_a_network_may_have_are_refused()
    {
        static SidedClaims Crowd(int actors) => Sided(Enumerable.Range(1, actors).Select(i => Said(i, $"actor-{i}", "air", i % 2 == 0 ? Stance.Open : Stance.Rejects)));
        var claims = Crowd(NetworkMaker.MostNodes);

        NetworkMaker.TryMake(claims, Ask(NetworkKind.TwoMode), out var excess).Should().BeNull();
        excess.Should().Be(NetworkExcess.Nodes);
        NetworkMaker.TryMake(claims, Ask(NetworkKind.Subtract, NodeKind.Topic), out _)!.Nodes.Should().ContainSingle();
        NetworkMaker.TryMake(claims, Ask(NetworkKind.Subtract), out excess).Should().BeNull("there is an edge between any two");
        excess.Should().Be(NetworkExcess.Edges);
        NetworkMaker.TryMake(Crowd(1_000), Ask(NetworkKind.Congruence), out _)!.Edges.Should().HaveCount(500 * 499);
    }

    [Fact]
    public void Claims_are_not_looked_at_more_often_than_is_bearable()
    {
        var claims = Sided(Enumerable.Range(1, 60_000).Select(i => Said(i, "us", "air", Stance.Open)));
        var day = claims.Days!.Value;

        NetworkMaker.TryMake(claims, Ask(NetworkKind.TwoMode), [.. Enumerable.Repeat(day, 1_000)], out var excess).Should().BeNull();
        excess.Should().Be(NetworkExcess.Claims);
    }

    [Fact]
    public void More_claims_than_wanted_are_not_told()
    {
        var (claims, question) = (Sided(OfTheManual), Ask(NetworkKind.TwoMode));
        var network = NetworkMaker.TryMake(claims, question, out _)!;
        var explainer = new EdgeExplainer(claims, question);

        explainer.TryExplain([network], OfTheManual.Length).Should().NotBeNull();
        explainer.TryExplain([network], OfTheManual.Length - 1).Should().BeNull();
        explainer.TryExplain([network, network], OfTheManual.Length).Should().BeNull();
        explainer.TryExplain([network], OfTheManual.Length)!.Single().Select(edge => edge.Count).Should().Equal(explainer.Explain(network).Select(edge => edge.Count));
    }

    [Fact]
    public void Of_nothing_there_is_an_empty_network()
    {
        var network = Network([], Ask(NetworkKind.Congruence));

        network.Nodes.Should().BeEmpty();
        network.Edges.Should().BeEmpty();
        Sided([new AClaim(1) { Stance = Stance.Undecided }]).Days.Should().BeNull();
    }
}
