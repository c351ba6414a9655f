using GuaranteeTracker.Domain.Networks;

namespace GuaranteeTracker.Domain.Numbers;

/// <summary>How far agreement divides the actors of one network into two groups. Docs/numbers.md has the formula.</summary>
/// <param name="Days">Null: the whole period asked for.</param>
/// <param name="Actors">How many have a claim that counts.</param>
/// <param name="Claims">How many claims count.</param>
/// <param name="Edges">How many pairs agree more than they disagree.</param>
/// <param name="Modularity">Of the best split found, 0 to 0.5; null where there is no such pair.</param>
/// <param name="Groups">Two, of those who are in such a pair, in ordinal order of id; the first has the first of them, the second may be empty. None where there is no such pair.</param>
public sealed record Polarisation(DayWindow? Days, int Actors, int Claims, int Edges, double? Modularity, IReadOnlyList<IReadOnlyList<string>> Groups)
{
    /// <summary>Actors looked at for a move, in all networks of a series.</summary>
    public const long MostSteps = 1_000_000_000;

    /// <summary>What networks are to be made of: congruence less conflict, of which those edges are left that are above 0.</summary>
    public static NetworkQuestion Question(Duplicates duplicates) => new(NetworkKind.Subtract, NodeKind.Actor, duplicates, Normalisation.None, Isolates.Kept);

    /// <param name="networks">As <see cref="Question"/> asks for them.</param>
    /// <param name="mostSteps">More are not taken but for the last network.</param>
    /// <returns>One for each network; null where that is too much work.</returns>
    public static IReadOnlyList<Polarisation>? TryMeasure(IReadOnlyList<Network> networks, long mostSteps = MostSteps)
    {
        ArgumentNullException.ThrowIfNull(networks);
        var (measured, steps) = (new List<Polarisation>(networks.Count), 0L);
        foreach (var network in networks)
        {
            if (steps > mostSteps)
            {
                return null;
            }

            measured.Add(Measure(network, ref steps));
        }

        return measured;
    }

    private static Polarisation Measure(Network network, ref long steps)
    {
        var graph = new AgreementGraph(network);
        var (actors, claims) = (network.Nodes.Count(node => node.Claims > 0), network.Nodes.Sum(node => node.Claims));
        if (graph.Ties == 0)
        {
            return new(network.Days, actors, claims, 0, null, []);
        }

        var (withFirst, modularity, taken) = TwoGroups.Find(graph);
        steps += taken;
        var ids = graph.Actors.Select(actor => network.Nodes[actor].Id).ToList();
        return new(network.Days, actors, claims, graph.Ties, modularity, [[.. ids.Where((_, i) => withFirst[i])], [.. ids.Where((_, i) => !withFirst[i])]]);
    }
}
