using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Networks;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Tests.Pictures;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Tests.Networks;

/// <summary>Claims to make networks of, and what networks say in few words.</summary>
internal static class Debate
{
    /// <summary>
    /// The example of docs/networks.md: who agreed (+) and disagreed (−) with what how often.
    /// <code>
    ///        air    sanctions  troops
    /// eu     2+     1+         1+ 1−
    /// uk     1+     2−         1+
    /// us     3−     1−         .
    /// </code>
    /// </summary>
    public static AClaim[] OfTheManual { get; } =
    [
        Said(1, "eu", "air", Stance.Supports, "2025-08-04"), Said(2, "eu", "air", Stance.Commits, "2025-08-05"),
        Said(3, "eu", "sanctions", Stance.Open, "2025-08-05"), Said(4, "eu", "troops", Stance.Open, "2025-08-06"), Said(5, "eu", "troops", Stance.Opposes, "2025-08-20"),
        Said(6, "uk", "air", Stance.Supports, "2025-08-04"), Said(7, "uk", "sanctions", Stance.Rejects, "2025-08-06"), Said(8, "uk", "sanctions", Stance.Opposes, "2025-08-19"),
        Said(9, "uk", "troops", Stance.Commits, "2025-08-07"),
        Said(10, "us", "air", Stance.Rejects, "2025-08-04"), Said(11, "us", "air", Stance.Opposes, "2025-08-11"), Said(12, "us", "air", Stance.Rejects, "2025-08-12"),
        Said(13, "us", "sanctions", Stance.Opposes, "2025-08-07"),
    ];

    public static AClaim Said(int number, string actor, string topic, Stance stance, string stated = "2025-08-18", int source = 1) =>
        new(number) { Actor = actor, Topic = topic, Stance = stance, Stated = stated, Source = new(source, "2030-12-31") };

    public static IReadOnlyList<TopicTimeline> Timelines(IEnumerable<AClaim> claims) =>
    [
        .. claims.GroupBy(claim => claim.Topic).Select(topic => TopicTimeline.Empty(topic.Key).With(
            TimelineNews.Of([.. topic.Select(claim => ClaimVersion.Of(claim.Id, claim.Content, claim.Source.Registered, claim.Number))]))),
    ];

    public static SidedClaims Sided(IEnumerable<AClaim> claims, Selection? shown = null) =>
        SidedClaims.Between(Timelines(claims), long.MaxValue - 1, shown ?? Selection.Everything, DateTime.MinValue, DateTime.MaxValue);

    public static NetworkQuestion Ask(
        NetworkKind kind, NodeKind nodes = NodeKind.Actor, Duplicates duplicates = Duplicates.All, Normalisation normalisation = Normalisation.None, Isolates isolates = Isolates.Kept) =>
        new(kind, nodes, duplicates, normalisation, isolates);

    public static Network Network(IEnumerable<AClaim> claims, NetworkQuestion question) => NetworkMaker.TryMake(Sided(claims), question, out _)!;

    /// <summary><c>eu uk 3</c></summary>
    public static IEnumerable<string> Edges(this Network network) =>
        network.Edges.Select(edge => FormattableString.Invariant($"{network.Nodes[edge.Source].Id} {network.Nodes[edge.Target].Id} {edge.Weight:0.####}"));

    /// <summary><c>eu 5</c></summary>
    public static IEnumerable<string> Nodes(this Network network) => network.Nodes.Select(node => $"{node.Id} {node.Claims}");
}
