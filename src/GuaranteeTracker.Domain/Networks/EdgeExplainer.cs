namespace GuaranteeTracker.Domain.Networks;

/// <summary>Finds the claims that made the edges of networks.</summary>
public sealed class EdgeExplainer
{
    private readonly SidedClaims _claims;
    private readonly NetworkQuestion _question;
    private readonly FirstOfItsKind _firsts;
    private readonly Dictionary<(int Actor, int Topic), SidedCell> _cells;
    private readonly ILookup<int, int> _shared;
    private readonly Dictionary<string, int> _actors, _topics;

    public EdgeExplainer(SidedClaims claims, NetworkQuestion question)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(question);
        (_claims, _question, _firsts) = (claims, question, new(question.Duplicates, claims.MostSources));
        (_actors, _topics) = (PlacesOf(claims.Actors), PlacesOf(claims.Topics));
        _cells = claims.Cells.ToDictionary(cell => (cell.Actor, cell.Topic));
        _shared = question.Nodes == NodeKind.Actor
            ? claims.Cells.ToLookup(cell => cell.Actor, cell => cell.Topic)
            : claims.Cells.ToLookup(cell => cell.Topic, cell => cell.Actor);
    }

    /// <param name="network">Made of the same claims by the same question.</param>
    /// <returns>Of each edge.</returns>
    public IReadOnlyList<EdgeClaims> Explain(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return [.. network.Edges.Select(edge => Explain(network, edge))];
    }

    /// <param name="networks">Made of the same claims by the same question.</param>
    /// <param name="most">More claims, of all edges together, are not told.</param>
    /// <returns>Of each edge of each network; null where there would be more.</returns>
    public IReadOnlyList<IReadOnlyList<EdgeClaims>>? TryExplain(IReadOnlyList<Network> networks, int most)
    {
        ArgumentNullException.ThrowIfNull(networks);
        var (explained, told) = (new List<IReadOnlyList<EdgeClaims>>(networks.Count), 0);
        foreach (var network in networks)
        {
            var edges = new List<EdgeClaims>();
            foreach (var edge in network.Edges)
            {
                edges.Add(Explain(network, edge));
                told += edges[^1].Count;
                if (told > most)
                {
                    return null;
                }
            }

            explained.Add(edges);
        }

        return explained;
    }

    private EdgeClaims Explain(Network network, in NetworkEdge edge)
    {
        var (source, target) = (PlaceOf(network.Nodes[edge.Source]), PlaceOf(network.Nodes[edge.Target]));
        return _question.Kind == NetworkKind.TwoMode
            ? new(Counted(_cells[(source, target)], network.Days), [])
            : new([], [.. Share(source, target, network.Days)]);
    }

    private int PlaceOf(NetworkNode node) => node.Kind == NodeKind.Actor ? _actors[node.Id] : _topics[node.Id];

    private IEnumerable<SharedClaims> Share(int source, int target, DayWindow? days)
    {
        var names = _question.Nodes == NodeKind.Actor ? _claims.Topics : _claims.Actors;
        foreach (var with in _shared[source])
        {
            if (_cells.TryGetValue(KeyOf(target, with), out var other)
                && new SharedClaims(names[with], Read(_cells[KeyOf(source, with)], days), Read(other, days)) is var shared
                && MakesEdge(shared))
            {
                yield return shared;
            }
        }
    }

    private (int Actor, int Topic) KeyOf(int node, int with) => _question.Nodes == NodeKind.Actor ? (node, with) : (with, node);

    private bool MakesEdge(SharedClaims shared)
    {
        var (one, other) = (shared.Source, shared.Target);
        var agree = (one.Agree.Count > 0 && other.Agree.Count > 0) || (one.Disagree.Count > 0 && other.Disagree.Count > 0);
        var disagree = (one.Agree.Count > 0 && other.Disagree.Count > 0) || (one.Disagree.Count > 0 && other.Agree.Count > 0);
        return _question.Kind switch { NetworkKind.Congruence => agree, NetworkKind.Conflict => disagree, _ => agree || disagree };
    }

    private BothSides Read(in SidedCell cell, DayWindow? days)
    {
        var claims = Counted(cell, days).ToLookup(claim => claim.Agrees, claim => claim.Id);
        return new([.. claims[true]], [.. claims[false]]);
    }

    private List<CountedClaim> Counted(in SidedCell cell, DayWindow? days)
    {
        var counted = new List<CountedClaim>();
        _firsts.Begin();
        foreach (ref readonly var claim in _claims.Of(cell.First, cell.End))
        {
            if ((days is not { } window || (window.First.DayNumber <= claim.Day && claim.Day <= window.Last.DayNumber)) && _firsts.Counts(cell.Timeline, claim))
            {
                counted.Add(new(cell.Timeline.Details[claim.Place].Claim, claim.Agrees));
            }
        }

        return counted;
    }

    private static Dictionary<string, int> PlacesOf(IReadOnlyList<string> ids) => ids.Index().ToDictionary(id => id.Item, id => id.Index, StringComparer.Ordinal);
}
