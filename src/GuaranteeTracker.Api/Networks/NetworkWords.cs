using System.Globalization;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Domain.Networks;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Networks;

/// <summary>How networks are written.</summary>
internal static class NetworkWords
{
    /// <summary>Behind the word of a <see cref="NodeKind"/>, where it stands for all of the kind.</summary>
    public const string Plural = "s";

    public static string Of(double weight) => weight.ToString("#,0.####", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>All of a kind, as addresses have it.</summary>
    public static string AllOf(NodeKind kind) => EnumWords.Of(kind) + Plural;

    /// <summary>The page about a node.</summary>
    public static string PathOf(NetworkNode node) => $"/{AllOf(node.Kind)}/{node.Id}";

    /// <summary>What the weight of an edge is made of.</summary>
    public static string Made(NetworkEdge edge, NetworkKind kind) => kind switch
    {
        NetworkKind.TwoMode => $"{edge.Agree:N0} for, {edge.Disagree:N0} against",
        _ => $"congruence {edge.Agree:N0}, conflict {edge.Disagree:N0}",
    };

    /// <summary>Of how many claims, and by which of them.</summary>
    public static string Counted(SidedClaims claims, NetworkQuestion question) =>
        $"{Words.Count(claims.Count, "claim")} with a side{(question.Duplicates == Duplicates.All ? "" : $", counted once per {EnumWords.Of(question.Duplicates)}")}";

    /// <summary>How much there is of what.</summary>
    public static string Counted(Network network)
    {
        (int Count, string One)[] parts =
        [
            (network.Nodes.Count(node => node.Kind == NodeKind.Actor), "actor"),
            (network.Nodes.Count(node => node.Kind == NodeKind.Topic), "topic"),
        ];
        return Words.List([.. parts.Where(part => part.Count > 0).Select(part => Words.Count(part.Count, part.One)), Words.Count(network.Edges.Count, "tie")]);
    }
}
