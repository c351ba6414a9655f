namespace GuaranteeTracker.Domain.Pictures;

/// <summary>One cell over all of D, as known at one K.</summary>
/// <param name="Claims">Its live claims, by effective instant, then id.</param>
/// <param name="Shifts">In the order of rule 5.</param>
public sealed record CellHistory(ValueList<LiveClaim> Claims, ValueList<Shift> Shifts, ValueList<Contradiction> Contradictions)
{
    public static CellHistory Of(Knowledge knowledge, string actor, string topic)
    {
        var cells = Cell.Of(LiveClaim.Of(knowledge).Where(claim => claim.Cell == (topic, actor)), DateTime.MaxValue);
        return cells.SingleOrDefault() is { } cell
            ? new(
                [.. cell.Effective.OrderBy(claim => claim.Effective).ThenBy(claim => claim.Id)],
                [.. Shift.In(cell)],
                [.. Contradiction.In(cell)])
            : new([], [], []);
    }
}
