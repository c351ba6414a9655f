namespace GuaranteeTracker.Domain.Pictures;

/// <summary>A cell that differs between two pictures: its stance or its standing claim is another one.</summary>
/// <param name="Before">What stood in the cell before; null where nothing did.</param>
/// <param name="After">What stands in it after; null where nothing does.</param>
public sealed record Change(string Actor, string Topic, ChangeKind Kind, Standing? Before, Standing? After)
{
    /// <summary>The claims that caused it: the one that stands now; for a correction, or where nothing stands any more, the one that stood before it.</summary>
    public IEnumerable<Guid> Causes =>
        After is null || Kind is ChangeKind.Corrected
            ? new[] { Before?.Claim, After?.Claim }.OfType<Guid>().Distinct()
            : [After.Claim];

    /// <summary>
    /// Two pictures compared by way of (D1, K2): first what is known now and was not then, or otherwise, about the same day;
    /// then what happened between the days, as known now. One cell can have both.
    /// </summary>
    /// <param name="then">(D1, K1).</param>
    /// <param name="thenAsKnownNow">(D1, K2).</param>
    /// <param name="now">(D2, K2).</param>
    /// <param name="wasRecorded">Whether a claim was on record at K1.</param>
    /// <returns>By topic, actor, then kind.</returns>
    public static IEnumerable<Change> Between(Outline then, Outline thenAsKnownNow, Outline now, Func<Guid, bool> wasRecorded) =>
        Differences(then, thenAsKnownNow, after => after is not null && !wasRecorded(after.Claim) ? ChangeKind.Learned : ChangeKind.Corrected)
            .Concat(Differences(thenAsKnownNow, now, _ => ChangeKind.Moved))
            .OrderBy(change => change.Topic, StringComparer.Ordinal).ThenBy(change => change.Actor, StringComparer.Ordinal).ThenBy(change => change.Kind);

    /// <returns>By topic, then actor.</returns>
    private static IEnumerable<Change> Differences(Outline first, Outline second, Func<Standing?, ChangeKind> kind) => ReferenceEquals(first, second) ? [] :
        from topic in Pair(first.Topics, second.Topics, topic => topic.Topic)
        from cell in Pair(topic.First?.Cells ?? [], topic.Second?.Cells ?? [], cell => cell.Actor)
        where (cell.First?.Claim, cell.First?.Stance) != (cell.Second?.Claim, cell.Second?.Stance)
        select new Change(cell.Key, topic.Key, kind(cell.Second), cell.First, cell.Second);

    /// <summary>What two lists, each in ordinal order of a key, have under each key.</summary>
    private static IEnumerable<(string Key, T? First, T? Second)> Pair<T>(ValueList<T> first, ValueList<T> second, Func<T, string> key)
        where T : class
    {
        for (var (i, j) = (0, 0); i < first.Count || j < second.Count;)
        {
            var order = i == first.Count ? 1 : j == second.Count ? -1 : string.CompareOrdinal(key(first[i]), key(second[j]));
            yield return order < 0 ? (key(first[i]), first[i++], null) : order > 0 ? (key(second[j]), null, second[j++]) : (key(first[i]), first[i++], second[j++]);
        }
    }
}

/// <summary>Declared in the ordinal order of the written words.</summary>
public enum ChangeKind
{
    /// <summary>The record said otherwise then, about a claim it had.</summary>
    Corrected,

    /// <summary>The claim that stands was recorded later.</summary>
    Learned,

    /// <summary>Something was said between the two dates.</summary>
    Moved,
}
