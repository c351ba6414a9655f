namespace GuaranteeTracker.Domain.Networks;

/// <summary>What a discourse network is to tell; docs/networks.md has the formulas.</summary>
/// <param name="Over">What the nodes of a one-mode network are; a two-mode one has both.</param>
/// <param name="Normalisation">Of one-mode networks alone.</param>
/// <param name="KeepsIsolates">Whether nodes without an edge stay.</param>
public sealed record NetworkQuestion(NetworkKind Kind, Mode Over, Duplicates Duplicates, Normalisation Normalisation, bool KeepsIsolates);

/// <summary>What ties two nodes.</summary>
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

/// <summary>What a network is over.</summary>
public enum Mode
{
    Actors,
    Topics,
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

/// <summary>By what the weight of a tie is divided, so that those who say much are not tied to everybody.</summary>
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
