using System.Runtime.CompilerServices;

namespace GuaranteeTracker.Domain.Timelines;

/// <summary>
/// All claim versions of one topic, compact and immutable, each actor's in the order of <see cref="Rank"/>: from it
/// <c>Pictures</c> tells the cells at any D and K without asking anybody. 48 bytes a version and 24 a source, and what few have: an end, a long span.
/// </summary>
public sealed class TopicTimeline
{
    private Voices? _voices;

    internal TopicTimeline(string topic) => Topic = topic;

    public string Topic { get; }

    /// <summary>In ordinal order of actor; one more that begins where the last one ends.</summary>
    internal TimelineCell[] Cells { get; init; } = [new("", 0, 0, 0)];

    internal Entry[] Entries { get; init; } = [];

    /// <summary>Of each entry the effective instant: ticks, UTC. Ascending in each cell.</summary>
    internal long[] Effective { get; init; } = [];

    internal EntryDetail[] Details { get; init; } = [];

    /// <summary>Places of entries that span more than a day, ascending.</summary>
    internal int[] Long { get; init; } = [];

    /// <summary>Of each of those its EDTF.</summary>
    internal string[] LongStated { get; init; } = [];

    /// <summary>Places of entries that ended, ascending.</summary>
    internal int[] Ended { get; init; } = [];

    /// <summary>Of each of those the event from which on it is not known any more.</summary>
    internal long[] EndedBy { get; init; } = [];

    internal TimelineSource[] Sources { get; init; } = [];

    internal string[] Publishers { get; init; } = [];

    internal Talkers[] Talkers { get; init; } = [];

    /// <summary>When claims were in dispute; of most there is nothing to say.</summary>
    internal IReadOnlyDictionary<Guid, Stretch[]> Disputes { get; init; } = new Dictionary<Guid, Stretch[]>();

    public static TopicTimeline Empty(string topic) => new(topic);

    /// <summary>Number of claim versions.</summary>
    public int Count => Entries.Length;

    /// <summary>Number of actors who ever had a claim here.</summary>
    public int Actors => Cells.Length - 1;

    /// <summary>As many claim versions as no cell has more.</summary>
    internal int LargestCell { get; init; }

    /// <summary>What it takes in memory, as near as makes no difference.</summary>
    public long Bytes =>
        (Entries.Length * (sizeof(long) + Unsafe.SizeOf<Entry>() + (long)Unsafe.SizeOf<EntryDetail>())) + (Sources.Length * (long)Unsafe.SizeOf<TimelineSource>())
        + (Cells.Length * (long)Unsafe.SizeOf<TimelineCell>()) + (Talkers.Length * (Unsafe.SizeOf<Talkers>() + 48L)) + (Long.Length * 60L) + (Ended.Length * 12L)
        + (Disputes.Count * 100L) + 400;

    /// <summary>The same with what the record has learned since.</summary>
    public TopicTimeline With(TimelineNews news) => new TimelineMerge(this, news).Run();

    /// <summary>The place of an actor's cell; below 0 where there is none.</summary>
    internal int FindCell(string actor)
    {
        var (low, high) = (0, Actors - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = string.CompareOrdinal(Cells[middle].Actor, actor);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    /// <summary>The places of a cell's entries whose effective instants (ticks) lie between two, both inclusive; the end is exclusive.</summary>
    internal (int First, int End) PlacesBetween(int cell, long from, long to)
    {
        var (first, count) = (Cells[cell].First, Cells[cell + 1].First - Cells[cell].First);
        var effective = Effective.AsSpan(first, count);
        return (first + CountBefore(effective, from), first + (to == long.MaxValue ? count : CountBefore(effective, to + 1)));
    }

    private static int CountBefore(ReadOnlySpan<long> ascending, long bound)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = ascending[middle] < bound ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Whether an entry counts at K.</summary>
    internal bool HoldsAt(int place, long known) => Entries[place].Recorded <= known && known < UntilOf(place);

    /// <summary>The event from which on an entry is not known any more.</summary>
    internal long UntilOf(int place) => Entries[place].IsEnded ? EndedBy[Array.BinarySearch(Ended, place)] : ClaimVersion.Never;

    /// <summary>An entry as it was given.</summary>
    internal ClaimVersion VersionAt(int cell, int place)
    {
        ref readonly var entry = ref Entries[place];
        ref readonly var detail = ref Details[place];
        var source = Sources[entry.Source];
        var talkers = Talkers[entry.Talkers];
        return new(
            detail.Claim, Topic, Cells[cell].Actor, entry.Recorded, UntilOf(place), entry.Stance, entry.Voice, talkers.Speaker, talkers.ReportedBy,
            new DateTime(detail.Earliest, DateTimeKind.Utc), new DateTime(Effective[place], DateTimeKind.Utc), entry.Traits, source.Id, Publishers[source.Publisher],
            source.Published, detail.Start, Array.BinarySearch(Long, place) is >= 0 and var @long ? LongStated[@long] : null);
    }

    internal bool IsDisputed(int place, long known) =>
        Entries[place].Has(ClaimTraits.Disputed) && Disputes.TryGetValue(Details[place].Claim, out var stretches) && stretches.Any(stretch => stretch.Holds(known));

    /// <summary>Made once for the same mandates.</summary>
    internal Voices VoicesUnder(Mandates mandates) =>
        _voices is { } made && made.Mandates == mandates ? made : _voices = new Voices(this, mandates);
}
