namespace GuaranteeTracker.Domain.Timelines;

/// <summary>Claims that a topic had and has no more.</summary>
public static class EndedClaims
{
    /// <param name="timeline">At K or later.</param>
    /// <param name="known">K.</param>
    /// <returns>
    /// The last version here of each claim that was known before K and is not at it: retracted, of a withdrawn source, or corrected on to another topic.
    /// By actor, then in the order of <see cref="Rank"/>.
    /// </returns>
    public static IReadOnlyList<ClaimVersion> At(TopicTimeline timeline, long known)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var ended = new List<ClaimVersion>();
        for (var cell = 0; cell < timeline.Actors; cell++)
        {
            for (var i = timeline.Cells[cell].FirstEnded; i < timeline.Cells[cell + 1].FirstEnded; i++)
            {
                if (timeline.EndedBy[i] <= known && timeline.Entries[timeline.Ended[i]].Recorded < timeline.EndedBy[i])
                {
                    ended.Add(timeline.VersionAt(cell, timeline.Ended[i]));
                }
            }
        }

        var corrected = Corrected(timeline, ended);
        return [.. ended.Where(version => !corrected.Contains(new(version.Claim, version.Until)))];
    }

    /// <summary>Which of the ends another version here began with.</summary>
    private static HashSet<ContentKey> Corrected(TopicTimeline timeline, IReadOnlyCollection<ClaimVersion> ended)
    {
        var (ends, began) = (ended.Select(version => new ContentKey(version.Claim, version.Until)).ToHashSet(), new HashSet<ContentKey>());
        for (var place = 0; place < timeline.Entries.Length && ends.Count > 0; place++)
        {
            var version = new ContentKey(timeline.Details[place].Claim, timeline.Entries[place].Recorded);
            if (ends.Contains(version))
            {
                began.Add(version);
            }
        }

        return began;
    }
}
