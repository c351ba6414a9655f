namespace GuaranteeTracker.Domain.Timelines;

/// <summary>What a stretch of the record says about one topic's timeline.</summary>
/// <param name="Added">New versions of claims on the topic.</param>
/// <param name="Ended">Claims of which no version holds from an event on: corrected, which adds another, or retracted.</param>
/// <param name="Withdrawn">Sources withdrawn by an event, of whichever topic.</param>
/// <param name="Disputes">Claims, of whichever topic, with all stretches in which they were in dispute.</param>
public sealed record TimelineNews(
    IReadOnlyCollection<ClaimVersion> Added,
    IReadOnlyDictionary<Guid, long> Ended,
    IReadOnlyDictionary<Guid, long> Withdrawn,
    IReadOnlyDictionary<Guid, Stretch[]> Disputes)
{
    private static readonly Dictionary<Guid, long> _nothing = [];

    public static TimelineNews Of(IReadOnlyCollection<ClaimVersion> added) => new(added, _nothing, _nothing, new Dictionary<Guid, Stretch[]>());

    public bool IsNothing => Added.Count == 0 && Ended.Count == 0 && Withdrawn.Count == 0 && Disputes.Count == 0;
}
