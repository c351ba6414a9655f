namespace GuaranteeTracker.Domain.Networks;

/// <summary>What a discourse network is to tell; docs/networks.md has the formulas.</summary>
/// <param name="Nodes">Of a one-mode network; a two-mode one has both.</param>
/// <param name="Normalisation">Of one-mode networks alone.</param>
public sealed record NetworkQuestion(NetworkKind Kind, NodeKind Nodes, Duplicates Duplicates, Normalisation Normalisation, Isolates Isolates);

/// <summary>What makes an edge between two nodes.</summary>
public enum NetworkKind
{
    /// <summary>An actor and a topic: what the actor said on it.</summary>
    TwoMode,

    /// <summary>Two of one kind: the same side taken on what they share.</summary>
    Congruence,

    /// <summary>Two of one kind: opposite sides taken on what they share.</summary>
    Conflict,

    /// <summary>Two of one kind: congruence less conflict.</summary>
    Subtract,
}

/// <summary>What a node is.</summary>
public enum NodeKind
{
    Actor,
    Topic,
}

/// <summary>What becomes of nodes without an edge.</summary>
public enum Isolates
{
    Kept,
    Dropped,
}

/// <summary>How often claims of one actor on one side of one topic count: each, or the first of each document, day, week, month, year, or of all.</summary>
public enum Duplicates
{
    All,

    /// <summary>Source.</summary>
    Document,

    /// <summary>UTC.</summary>
    Day,

    /// <summary>From Monday to Sunday, as ISO 8601 has it, UTC.</summary>
    Week,

    Month,
    Year,
    Range,
}

/// <summary>By what the weight of an edge is divided: who says much has edges to everybody.</summary>
public enum Normalisation
{
    None,

    /// <summary>The mean of the numbers of claims.</summary>
    Average,

    /// <summary>What either said, shared or not.</summary>
    Jaccard,

    /// <summary>The product of the numbers of claims.</summary>
    Cosine,
}
