using GuaranteeTracker.Domain.Networks;

namespace GuaranteeTracker.Domain.Numbers;

/// <summary>Who agrees more than disagrees with whom, by how much: the ties above 0 of a network by subtraction, and the actors that have one.</summary>
internal sealed class AgreementGraph
{
    private readonly int[] _first, _neighbours;
    private readonly double[] _weights;

    /// <param name="network">Of actors, by subtraction.</param>
    public AgreementGraph(Network network)
    {
        var (ties, conflict, degrees) = (new List<NetworkEdge>(), new double[network.Nodes.Count], new int[network.Nodes.Count]);
        foreach (var edge in network.Edges)
        {
            if (edge.Weight > 0)
            {
                ties.Add(edge);
                degrees[edge.Source]++;
                degrees[edge.Target]++;
            }

            conflict[edge.Source] -= Math.Min(0, edge.Weight);
            conflict[edge.Target] -= Math.Min(0, edge.Weight);
        }

        Ties = ties.Count;
        Actors = [.. Enumerable.Range(0, degrees.Length).Where(actor => degrees[actor] > 0)];
        Conflict = [.. Actors.Select(actor => conflict[actor])];
        (Strength, _first, _neighbours, _weights) = (new double[Actors.Length], new int[Actors.Length + 1], new int[2 * Ties], new double[2 * Ties]);
        var places = new int[degrees.Length];
        foreach (var (place, actor) in Actors.Index())
        {
            (places[actor], _first[place + 1]) = (place, _first[place] + degrees[actor]);
        }

        var next = _first.ToArray();
        foreach (var tie in ties)
        {
            Tie(places[tie.Source], places[tie.Target], tie.Weight);
            Tie(places[tie.Target], places[tie.Source], tie.Weight);
        }

        void Tie(int from, int to, double weight)
        {
            (_neighbours[next[from]], _weights[next[from]++]) = (to, weight);
            Strength[from] += weight;
            TwiceMass += weight;
        }
    }

    /// <summary>Places, among the nodes of the network, of those who agree with anybody. In what follows an actor is a place in here.</summary>
    public int[] Actors { get; }

    /// <summary>Of each actor the weights of its ties.</summary>
    public double[] Strength { get; }

    /// <summary>Of each actor by how much it disagrees more than agrees, with all with whom it does.</summary>
    public double[] Conflict { get; }

    public int Ties { get; }

    /// <summary>All strengths: each weight twice.</summary>
    public double TwiceMass { get; private set; }

    public ReadOnlySpan<int> NeighboursOf(int actor) => _neighbours.AsSpan(_first[actor], _first[actor + 1] - _first[actor]);

    public ReadOnlySpan<double> WeightsOf(int actor) => _weights.AsSpan(_first[actor], _first[actor + 1] - _first[actor]);
}
