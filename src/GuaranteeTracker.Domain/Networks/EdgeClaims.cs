namespace GuaranteeTracker.Domain.Networks;

/// <summary>The claims that made an edge, each by effective instant, then in the order of its timeline.</summary>
/// <param name="Claims">Of an edge of a two-mode network; else none.</param>
/// <param name="Shared">Of an edge of a one-mode network: what both nodes share, in ordinal order of id; else none.</param>
public sealed record EdgeClaims(IReadOnlyList<CountedClaim> Claims, IReadOnlyList<SharedClaims> Shared)
{
    /// <summary>Of how many claims it tells.</summary>
    public int Count => Claims.Count + Shared.Sum(shared => shared.Source.Count + shared.Target.Count);
}

/// <summary>A claim that counts.</summary>
/// <param name="Agrees">Its stance is above undecided; else below.</param>
public readonly record struct CountedClaim(Guid Id, bool Agrees);

/// <summary>What both nodes of an edge said on one topic, or what was said of both by one actor. The products of the numbers of claims on each side add up to the edge's weight.</summary>
/// <param name="With">Id of the topic or actor.</param>
public sealed record SharedClaims(string With, BothSides Source, BothSides Target);

/// <summary>Claims of one cell that count, by their side.</summary>
public sealed record BothSides(IReadOnlyList<Guid> Agree, IReadOnlyList<Guid> Disagree)
{
    public int Count => Agree.Count + Disagree.Count;
}
