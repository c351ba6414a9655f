using System.Collections;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Networks;

namespace GuaranteeTracker.Api.Networks;

/// <summary>The nodes of a network, each made when it is looked at: there can be very many.</summary>
/// <param name="record">It names them.</param>
internal sealed class NodeList(Network network, KnownRecord record) : IReadOnlyList<NodeView>
{
    public int Count => network.Nodes.Count;

    public NodeView this[int index] => network.Nodes[index] is var node
        ? new(node.Id, node.Kind, LabelOf(node, record), node.Claims)
        : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<NodeView> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public static string LabelOf(NetworkNode node, KnownRecord record) => node.Kind == NodeKind.Actor ? record.NameOf(node.Id) : record.TitleOf(node.Id);
}

/// <summary>The edges of a network, each made when it is looked at: there can be very many.</summary>
/// <param name="explained">The claims of each; null where nobody asked.</param>
internal sealed class EdgeList(Network network, NetworkKind kind, IReadOnlyList<EdgeClaims>? explained) : IReadOnlyList<EdgeView>
{
    public Network Network => network;

    public NetworkKind Kind => kind;

    public bool IsExplained => explained is not null;

    public int Count => network.Edges.Count;

    public EdgeView this[int index]
    {
        get
        {
            var (edge, because) = (network.Edges[index], explained?[index]);
            var (isTwoMode, isSubtract) = (kind == NetworkKind.TwoMode, kind == NetworkKind.Subtract);
            return new(
                network.Nodes[edge.Source].Id, network.Nodes[edge.Target].Id, edge.Weight,
                isTwoMode ? edge.Agree : null, isTwoMode ? edge.Disagree : null, isSubtract ? edge.Agree : null, isSubtract ? edge.Disagree : null,
                isTwoMode ? because?.Claims.Select(claim => claim.Id).ToList() : null, isTwoMode ? null : because?.Shared.Select(SharedView.Of).ToList());
        }
    }

    public IEnumerator<EdgeView> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
