namespace GuaranteeTracker.Domain.Pictures;

/// <summary>Rule 7: where everybody is on one topic. Ids of actors, in ordinal order.</summary>
/// <param name="Attributed">Those of whom only hearsay tells, whatever the stance.</param>
/// <param name="Silent">Those with a position on another topic, and none and nothing pending on this.</param>
public sealed record Agreement(
    ValueList<string> For, ValueList<string> Against, ValueList<string> Undecided, ValueList<string> Attributed, ValueList<string> Silent)
{
    /// <param name="topic">All cells of the topic, whatever is shown of them.</param>
    /// <param name="placed">Every actor with a position anywhere in the whole picture.</param>
    public static Agreement On(IReadOnlyCollection<Cell> topic, IEnumerable<string> placed)
    {
        var addressed = topic.Select(cell => cell.Actor).ToHashSet(StringComparer.Ordinal);
        return new(
            Where(topic, standing => standing.IsFirstHand && standing.Stance > 0),
            Where(topic, standing => standing.IsFirstHand && standing.Stance < 0),
            Where(topic, standing => standing.IsFirstHand && standing.Stance == 0),
            Where(topic, standing => !standing.IsFirstHand),
            InOrder(placed.Where(actor => !addressed.Contains(actor))));
    }

    private static ValueList<string> Where(IEnumerable<Cell> topic, Func<LiveClaim, bool> holds) =>
        InOrder(topic.Where(cell => cell.Standing is { } standing && holds(standing)).Select(cell => cell.Actor));

    private static ValueList<string> InOrder(IEnumerable<string> actors) => [.. actors.Order(StringComparer.Ordinal)];
}
