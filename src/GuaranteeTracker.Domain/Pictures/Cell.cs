namespace GuaranteeTracker.Domain.Pictures;

/// <summary>One actor × topic pair at (D, K): its live claims, and which of them stands (rules 3 to 5).</summary>
/// <param name="Effective">Claims that count at D, ascending in <see cref="StandingOrder"/>.</param>
/// <param name="Pending">Claims that may already have been said at D: earliest ≤ D &lt; effective. In the order of their ids.</param>
public sealed record Cell(string Topic, string Actor, IReadOnlyList<LiveClaim> Effective, IReadOnlyList<LiveClaim> Pending)
{
    /// <summary>The greatest first-hand claim, else the greatest hearsay; null where nothing counts yet.</summary>
    public LiveClaim? Standing { get; } = Effective.LastOrDefault(claim => claim.IsFirstHand) ?? (Effective is [.., var last] ? last : null);

    /// <summary>The claims that can follow one another up to the standing one, ascending.</summary>
    public IEnumerable<LiveClaim> Course => Standing is { } standing ? Effective.Where(standing.IsComparableTo) : [];

    /// <param name="claims">Any live claims.</param>
    /// <param name="asOf">D, UTC; a claim effective at D itself counts.</param>
    public static IEnumerable<Cell> Of(IEnumerable<LiveClaim> claims, DateTime asOf) =>
        from claim in claims
        where claim.Earliest <= asOf
        group claim by claim.Cell into cell
        let said = cell.ToLookup(claim => claim.Effective <= asOf)
        select new Cell(
            cell.Key.Topic,
            cell.Key.Actor,
            [.. said[true].Order(StandingOrder.Instance)],
            [.. said[false].OrderBy(claim => claim.Id)]);
}
