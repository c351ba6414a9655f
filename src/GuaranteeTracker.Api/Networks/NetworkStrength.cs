using GuaranteeTracker.Domain.Networks;

namespace GuaranteeTracker.Api.Networks;

/// <summary>What of a network is to be shown where there is no room for all.</summary>
internal static class NetworkStrength
{
    /// <summary>The heaviest first, whichever their sign; of the same weight in their order.</summary>
    public static IEnumerable<NetworkEdge> Strongest(IEnumerable<NetworkEdge> edges) => edges.OrderByDescending(edge => Math.Abs(edge.Weight)).ThenBy(edge => edge.Source).ThenBy(edge => edge.Target);

    /// <summary>Of each node the weights of its edges, whichever their sign.</summary>
    public static double[] OfNodes(Network network)
    {
        var strengths = new double[network.Nodes.Count];
        foreach (var edge in network.Edges)
        {
            strengths[edge.Source] += Math.Abs(edge.Weight);
            strengths[edge.Target] += Math.Abs(edge.Weight);
        }

        return strengths;
    }

    /// <summary>Nodes in an order in which each comes after one that it is close to, beginning with the strongest.</summary>
    /// <param name="nodes">To be put in order.</param>
    /// <param name="closeness">Of an edge: the greater the closer.</param>
    public static IReadOnlyList<int> InRing(IReadOnlyCollection<int> nodes, IEnumerable<NetworkEdge> edges, IReadOnlyList<double> strengths, Func<NetworkEdge, double> closeness)
    {
        var close = new Dictionary<(int, int), double>();
        foreach (var edge in edges)
        {
            close[(edge.Source, edge.Target)] = close[(edge.Target, edge.Source)] = closeness(edge);
        }

        var (ring, left) = (new List<int>(), nodes.OrderByDescending(node => strengths[node]).ThenBy(node => node).ToList());
        while (left.Count > 0)
        {
            var next = ring.Count == 0 ? left[0] : left.MaxBy(node => close.GetValueOrDefault((ring[^1], node)));
            ring.Add(next);
            left.Remove(next);
        }

        return ring;
    }
}
