namespace GuaranteeTracker.Domain.Networks;

/// <summary>Makes networks of claims, window after window.</summary>
public static class NetworkMaker
{
    /// <summary>Of one network.</summary>
    public const int MostNodes = 2_000;

    /// <summary>Nodes and edges of a series.</summary>
    public const int MostParts = 1_000_000;

    /// <summary>Claims looked at for a series: windows that overlap look at the same ones again.</summary>
    public const long MostVisits = 50_000_000;

    /// <summary>Pairs of cells looked at for one-mode networks: seconds of one core.</summary>
    public const long MostPairs = 1_000_000_000;

    /// <param name="windows">In the order of time. Each network is what its days alone would give, duplicates included, but that it has the nodes of all claims where isolates are kept.</param>
    /// <returns>One for each window; null where it is too much.</returns>
    public static IReadOnlyList<Network>? TryMake(SidedClaims claims, NetworkQuestion question, IReadOnlyList<DayWindow> windows, out NetworkExcess excess, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(windows);
        var isTwoMode = question.Kind == NetworkKind.TwoMode;
        var (actors, topics) = (isTwoMode || question.Nodes == NodeKind.Actor ? claims.Actors.Count : 0, isTwoMode || question.Nodes == NodeKind.Topic ? claims.Topics.Count : 0);
        excess = actors + topics > MostNodes ? NetworkExcess.Nodes : NetworkExcess.None;
        if (excess != NetworkExcess.None)
        {
            return null;
        }

        var counts = new CellCounts(claims, question.Duplicates, byActor: isTwoMode || question.Nodes == NodeKind.Topic);
        var oneMode = isTwoMode ? null : new OneMode(question, actors + topics);
        var (networks, parts, said) = (new List<Network>(windows.Count), 0L, new int[actors + topics]);
        foreach (var window in windows)
        {
            cancellation.ThrowIfCancellationRequested();
            var cells = counts.In(window);
            Array.Clear(said);
            foreach (ref readonly var cell in cells)
            {
                if (actors > 0)
                {
                    said[cell.Actor] += cell.Claims;
                }

                if (topics > 0)
                {
                    said[actors + cell.Topic] += cell.Claims;
                }
            }

            if ((oneMode is null ? TwoMode(cells, actors) : oneMode.Join(cells, said, MostPairs)) is not { } edges)
            {
                excess = NetworkExcess.Claims;
                return null;
            }

            var nodes = NodesOf(claims, actors, said);
            networks.Add(question.Isolates == Isolates.Kept ? new(window, nodes, edges) : WithoutIsolates(new(window, nodes, edges)));
            parts += networks[^1].Nodes.Count + edges.Count;
            excess = parts > MostParts ? NetworkExcess.Edges : counts.Visited > MostVisits ? NetworkExcess.Claims : NetworkExcess.None;
            if (excess != NetworkExcess.None)
            {
                return null;
            }
        }

        return networks;
    }

    /// <summary>The one network of all claims.</summary>
    public static Network? TryMake(SidedClaims claims, NetworkQuestion question, out NetworkExcess excess, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(claims);
        excess = NetworkExcess.None;
        return claims.Days is not { } days ? new(null, [], [])
            : TryMake(claims, question, [days], out excess, cancellation) is [var network] ? network with { Days = null }
            : null;
    }

    private static List<NetworkEdge> TwoMode(ReadOnlySpan<CellCount> cells, int actors)
    {
        var edges = new List<NetworkEdge>(cells.Length);
        foreach (ref readonly var cell in cells)
        {
            edges.Add(new(cell.Actor, actors + cell.Topic, cell.Claims, cell.Agree, cell.Disagree));
        }

        return edges;
    }

    private static NetworkNode[] NodesOf(SidedClaims claims, int actors, int[] said)
    {
        var nodes = new NetworkNode[said.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = i < actors ? new(NodeKind.Actor, claims.Actors[i], said[i]) : new(NodeKind.Topic, claims.Topics[i - actors], said[i]);
        }

        return nodes;
    }

    private static Network WithoutIsolates(Network network)
    {
        var places = new int[network.Nodes.Count];
        foreach (var edge in network.Edges)
        {
            (places[edge.Source], places[edge.Target]) = (1, 1);
        }

        var nodes = network.Nodes.Where((_, i) => places[i] > 0).ToList();
        for (int i = 0, place = 0; i < places.Length; i++)
        {
            places[i] = places[i] > 0 ? place++ : -1;
        }

        return network with { Nodes = nodes, Edges = [.. network.Edges.Select(edge => edge with { Source = places[edge.Source], Target = places[edge.Target] })] };
    }
}
