namespace GuaranteeTracker.Domain.Timelines;

/// <summary>A source as a timeline keeps it.</summary>
/// <param name="Publisher">Place among the timeline's publishers.</param>
internal readonly record struct TimelineSource(Guid Id, DateOnly Published, int Publisher);

/// <summary>Who spoke, and who told it.</summary>
internal readonly record struct Talkers(string? Speaker, string? ReportedBy);

/// <summary>One actor's stretch of a timeline; it ends where the next one begins.</summary>
/// <param name="First">Its first entry.</param>
/// <param name="FirstLong">Its first place in the list of entries that span more than a day.</param>
/// <param name="FirstEnded">Its first place in the list of entries that ended.</param>
internal readonly record struct TimelineCell(string Actor, int First, int FirstLong, int FirstEnded);

/// <summary>A stretch of the record: from one event on, inclusive, up to another, exclusive.</summary>
public readonly record struct Stretch(long From, long Until)
{
    public bool Holds(long known) => From <= known && known < Until;
}

/// <summary>A claim's content: the one that the event with this sequence number gave it.</summary>
public readonly record struct ContentKey(Guid Claim, long Recorded);
