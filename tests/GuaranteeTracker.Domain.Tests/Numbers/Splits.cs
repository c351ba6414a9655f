using CsCheck;
using GuaranteeTracker.Domain.Networks;
using GuaranteeTracker.Domain.Numbers;
using Xunit.Abstractions;

namespace GuaranteeTracker.Domain.Tests.Numbers;

/// <summary>Splits of agreement into two groups, beside the best there is and beside those computed by hand in docs/numbers.md.</summary>
public sealed class Splits(ITestOutputHelper output)
{
    private static readonly Gen<Network> _networks =
        from actors in Gen.Int[2, 40]
        from density in Gen.Int[1, 10]
        from weights in Gen.Select(Gen.Int[1, 10], Gen.Int[-4, 6]).Array[actors * (actors - 1) / 2]
        select OfPairs(actors, pair => weights[pair].Item1 <= density ? weights[pair].Item2 : null);

    [Fact]
    public void Those_who_agree_are_together_and_disagreement_is_no_tie()
    {
        var polarisation = Measure(Tied(
            ["belarus", "eu", "russia", "uk", "ukraine", "us"],
            ("eu", "uk", 3), ("eu", "ukraine", 2), ("uk", "ukraine", 2), ("uk", "us", 1), ("belarus", "russia", 4), ("russia", "us", -2), ("eu", "russia", -5)));

        polarisation.Modularity.Should().BeApproximately(4.0 / 9, 1e-12, "8/12 − (16/24)² + 4/12 − (8/24)²");
        Groups(polarisation).Should().Be("belarus russia | eu uk ukraine us");
        (polarisation.Actors, polarisation.Claims, polarisation.Edges).Should().Be((6, 12, 5));
    }

    [Fact]
    public void Two_camps_that_share_nothing_are_as_polarised_as_can_be()
    {
        var polarisation = Measure(Tied(["a", "b", "c", "d", "e"], ("a", "c", 7), ("b", "d", 7), ("a", "b", 0), ("c", "d", -1)));

        (polarisation.Modularity, Groups(polarisation), polarisation.Actors).Should().Be((0.5, "a c | b d", 5), "e agrees with nobody");
    }

    [Fact]
    public void Where_everybody_agrees_with_everybody_there_is_one_group()
    {
        var polarisation = Measure(Tied(["a", "b", "c"], ("a", "b", 1), ("a", "c", 1), ("b", "c", 1)));

        (polarisation.Modularity, Groups(polarisation)).Should().Be((0.0, "a b c | "));
    }

    [Fact]
    public void Where_nobody_agrees_there_is_no_number()
    {
        var polarisation = Measure(Tied(["a", "b"], ("a", "b", -3)));

        polarisation.Modularity.Should().BeNull();
        (polarisation.Groups.Count, polarisation.Edges, polarisation.Actors).Should().Be((0, 0, 2));
    }

    [Fact]
    public void Nobody_is_split_further_than_the_work_allows()
    {
        var network = Tied(["a", "b", "c"], ("a", "b", 1), ("b", "c", 1));

        Polarisation.TryMeasure([network, network], mostSteps: 1).Should().BeNull();
        Polarisation.TryMeasure([network], mostSteps: 0).Should().ContainSingle();
    }

    [Fact]
    public void A_split_has_the_modularity_that_is_told_everybody_once_and_never_less_than_one_group() => _networks.Sample(network =>
    {
        var polarisation = Measure(network);
        if (polarisation.Modularity is not { } modularity)
        {
            network.Edges.Should().NotContain(edge => edge.Weight > 0);
            return;
        }

        var apart = polarisation.Groups[1].ToHashSet(StringComparer.Ordinal);
        modularity.Should().BeApproximately(Modularity(network, node => apart.Contains(network.Nodes[node].Id)), 1e-9).And.BeInRange(0, 0.5);
        var tied = network.Edges.Where(edge => edge.Weight > 0).SelectMany(edge => new[] { edge.Source, edge.Target }).Distinct().Order().Select(node => network.Nodes[node].Id).ToList();
        polarisation.Groups.SelectMany(group => group).Order(StringComparer.Ordinal).Should().Equal(tied);
        polarisation.Groups[0][0].Should().Be(tied[0]);
        Groups(Measure(network with { Edges = [.. network.Edges.Reverse()] })).Should().Be(Groups(polarisation), "edges have no order of their own");
    });

    [Fact]
    public void The_split_found_is_the_best_there_is_on_nearly_every_random_network_of_up_to_ten()
    {
        const int Networks = 4_000;
        var (random, best, worst) = (new Random(1), 0, 0.0);
        for (var i = 0; i < Networks; i++)
        {
            var (actors, density, most) = (random.Next(3, 11), random.NextDouble(), random.Next(2, 8));
            var network = OfPairs(actors, _ => random.NextDouble() < density ? random.Next(-2, most) : null);
            var (found, optimum) = (Measure(network).Modularity ?? 0, Best(network));
            best += optimum - found < 1e-9 ? 1 : 0;
            worst = Math.Max(worst, optimum - found);
        }

        output.WriteLine($"{best} of {Networks}; at worst {worst} less");
        ((double)best / Networks).Should().BeGreaterThanOrEqualTo(0.99);
    }

    [Fact]
    public void Weights_far_beyond_any_record_are_split_alike()
    {
        static Network Of(double factor) => Tied(["a", "b", "c", "d"], ("a", "b", 3 * factor), ("c", "d", 2 * factor), ("b", "c", factor));

        var (small, large) = (Measure(Of(1)), Measure(Of(1e14)));
        Groups(large).Should().Be(Groups(small)).And.Be("a b | c d");
        large.Modularity.Should().BeApproximately(small.Modularity!.Value, 1e-12);
    }

    private static Polarisation Measure(Network network) => Polarisation.TryMeasure([network])!.Single();

    private static string Groups(Polarisation polarisation) => string.Join(" | ", polarisation.Groups.Select(group => string.Join(' ', group)));

    private static Network Tied(string[] actors, params (string One, string Other, double Weight)[] ties) => new(
        null, [.. actors.Select(actor => new NetworkNode(NodeKind.Actor, actor, 2))], [.. ties.Select(tie => new NetworkEdge(Array.IndexOf(actors, tie.One), Array.IndexOf(actors, tie.Other), tie.Weight, 0, 0))]);

    /// <param name="weight">Of each pair, in order; null where there is no edge.</param>
    private static Network OfPairs(int actors, Func<int, int?> weight)
    {
        var edges = new List<NetworkEdge>();
        for (int i = 0, pair = 0; i < actors; i++)
        {
            for (var j = i + 1; j < actors; j++, pair++)
            {
                if (weight(pair) is { } some)
                {
                    edges.Add(new(i, j, some, 0, 0));
                }
            }
        }

        return new(null, [.. Enumerable.Range(0, actors).Select(i => new NetworkNode(NodeKind.Actor, $"actor-{i:00}", 1))], edges);
    }

    /// <summary>By the definition: Σ over pairs, each way, of A − k k' / 2m, where both are in one group; divided by 2m.</summary>
    private static double Modularity(Network network, Func<int, bool> isApart)
    {
        var count = network.Nodes.Count;
        var weights = new double[count, count];
        foreach (var edge in network.Edges)
        {
            weights[edge.Source, edge.Target] = weights[edge.Target, edge.Source] = Math.Max(0, edge.Weight);
        }

        var strengths = Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Sum(j => weights[i, j])).ToList();
        var mass = strengths.Sum();
        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                sum += isApart(i) == isApart(j) ? weights[i, j] - (strengths[i] * strengths[j] / mass) : 0;
            }
        }

        return sum / mass;
    }

    private static double Best(Network network) => network.Edges.Any(edge => edge.Weight > 0)
        ? Enumerable.Range(0, 1 << (network.Nodes.Count - 1)).Max(split => Modularity(network, node => (split >> node & 1) == 1))
        : 0;
}
