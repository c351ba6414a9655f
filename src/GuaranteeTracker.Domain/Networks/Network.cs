namespace GuaranteeTracker.Domain.Networks;

/// <summary>A discourse network of some days.</summary>
/// <param name="Days">Null: of the whole period asked for.</param>
/// <param name="Nodes">Actors before topics, each in ordinal order of id.</param>
/// <param name="Edges">Each once, from the earlier node to the later one; in the order of the nodes.</param>
public sealed record Network(DayWindow? Days, IReadOnlyList<NetworkNode> Nodes, IReadOnlyList<NetworkEdge> Edges);

/// <param name="Claims">How many of its claims count.</param>
public readonly record struct NetworkNode(NodeKind Kind, string Id, int Claims);

/// <param name="Source">Place among the nodes: the actor, in a two-mode network.</param>
/// <param name="Target">Place among the nodes: the topic, in a two-mode network.</param>
/// <param name="Weight">Normalised, where that was asked for.</param>
/// <param name="Agree">Claims that agree; in a one-mode network congruence, not normalised.</param>
/// <param name="Disagree">Claims that disagree; in a one-mode network conflict, not normalised.</param>
public readonly record struct NetworkEdge(int Source, int Target, double Weight, long Agree, long Disagree);

/// <summary>What is too much to be told at once.</summary>
public enum NetworkExcess
{
    None,

    /// <summary>Nodes of one network.</summary>
    Nodes,

    /// <summary>Nodes and edges of all networks of a series.</summary>
    Edges,

    /// <summary>Claims to be counted in windows that overlap.</summary>
    Claims,
}
