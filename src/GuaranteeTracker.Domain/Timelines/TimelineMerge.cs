using System.Runtime.InteropServices;

namespace GuaranteeTracker.Domain.Timelines;

/// <summary>Makes a timeline from another and what is new: copies what stays as it is, and puts what is added into its place.</summary>
internal sealed class TimelineMerge(TopicTimeline old, TimelineNews news)
{
    private readonly Entry[] _entries = new Entry[old.Count + news.Added.Count];
    private readonly long[] _effective = new long[old.Count + news.Added.Count];
    private readonly EntryDetail[] _details = new EntryDetail[old.Count + news.Added.Count];
    private readonly List<TimelineCell> _cells = [];
    private readonly long[] _until = new long[old.Count + news.Added.Count];
    private readonly List<(int Place, string Stated)> _long = [];
    private readonly Interned<Guid, TimelineSource> _sources = new(old.Sources, source => source.Id);
    private readonly Interned<string, string> _publishers = new(old.Publishers, publisher => publisher);
    private readonly Interned<Talkers, Talkers> _talkers = new(old.Talkers, pair => pair);
    private int _count, _oldLong, _oldEnded;

    public TopicTimeline Run()
    {
        Array.Fill(_until, ClaimVersion.Never);
        var added = ByActor();
        var newcomers = added.Keys.Where(actor => old.FindCell(actor) < 0).Order(StringComparer.Ordinal).ToList();
        var next = 0;
        for (var cell = 0; cell <= old.Actors; cell++)
        {
            for (; next < newcomers.Count && (cell == old.Actors || string.CompareOrdinal(newcomers[next], old.Cells[cell].Actor) < 0); next++)
            {
                Merge(newcomers[next], -1, CollectionsMarshal.AsSpan(added[newcomers[next]]));
            }

            if (cell < old.Actors)
            {
                Merge(old.Cells[cell].Actor, cell, added.TryGetValue(old.Cells[cell].Actor, out var versions) ? CollectionsMarshal.AsSpan(versions) : []);
            }
        }

        _cells.Add(new("", _count, _long.Count, 0));
        End();
        var disputes = Dispute();
        var ended = Enumerable.Range(0, _count).Where(place => _entries[place].IsEnded).ToArray();
        return new(old.Topic)
        {
            Cells = [.. _cells.Select(cell => cell with { FirstEnded = PlaceAmong(ended, cell.First) })], Entries = _entries, Effective = _effective, Details = _details, Long = [.. _long.Select(item => item.Place)], LongStated = [.. _long.Select(item => item.Stated)],
            Ended = ended, EndedBy = Array.ConvertAll(ended, place => _until[place]), Sources = _sources.ToArray(), Publishers = _publishers.ToArray(),
            Talkers = _talkers.ToArray(), Disputes = disputes, LargestCell = _cells.Zip(_cells.Skip(1)).Select(pair => pair.Second.First - pair.First.First).DefaultIfEmpty().Max(),
        };
    }

    /// <summary>Each actor's new versions, in the order of rank.</summary>
    private Dictionary<string, List<ClaimVersion>> ByActor()
    {
        var byActor = new Dictionary<string, List<ClaimVersion>>(StringComparer.Ordinal);
        foreach (var version in news.Added)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(byActor, version.Actor, out _) ??= []).Add(version);
        }

        foreach (var versions in byActor.Values)
        {
            versions.Sort(Rank.Order);
        }

        return byActor;
    }

    /// <param name="cell">Its place so far; below 0 where the actor is new.</param>
    private void Merge(string actor, int cell, ReadOnlySpan<ClaimVersion> added)
    {
        _cells.Add(new(actor, _count, _long.Count, 0));
        var (next, end) = cell < 0 ? (0, 0) : (old.Cells[cell].First, old.Cells[cell + 1].First);
        foreach (var version in added)
        {
            var place = PlaceOf(version, cell, next, end);
            Copy(next, place);
            next = place;
            Add(version);
        }

        Copy(next, end);
    }

    /// <summary>Where the first entry of higher rank is.</summary>
    private int PlaceOf(ClaimVersion version, int cell, int first, int end)
    {
        while (first < end)
        {
            var middle = (first + end) >> 1;
            (first, end) = Rank.Order.Compare(old.VersionAt(cell, middle), version) < 0 ? (middle + 1, end) : (first, middle);
        }

        return first;
    }

    private void Copy(int first, int end)
    {
        Array.Copy(old.Entries, first, _entries, _count, end - first);
        Array.Copy(old.Effective, first, _effective, _count, end - first);
        Array.Copy(old.Details, first, _details, _count, end - first);
        for (; _oldLong < old.Long.Length && old.Long[_oldLong] < end; _oldLong++)
        {
            _long.Add((old.Long[_oldLong] - first + _count, old.LongStated[_oldLong]));
        }

        for (; _oldEnded < old.Ended.Length && old.Ended[_oldEnded] < end; _oldEnded++)
        {
            _until[old.Ended[_oldEnded] - first + _count] = old.EndedBy[_oldEnded];
        }

        _count += end - first;
    }

    private void Add(ClaimVersion version)
    {
        var source = _sources.PlaceOf(version.Source, () => new(version.Source, version.Published, _publishers.PlaceOf(version.Publisher, () => version.Publisher)));
        var pair = new Talkers(version.Speaker, version.ReportedBy);
        var talkers = _talkers.PlaceOf(pair, () => pair);
        if (talkers >= Entry.MostTalkers)
        {
            throw new NotSupportedException($"More than {Entry.MostTalkers} speakers and reporters on the topic {old.Topic}.");
        }

        _entries[_count] = Entry.Of(version, source, talkers);
        _effective[_count] = version.Effective.Ticks;
        _details[_count] = new(version.Claim, version.Earliest, version.Start);
        if (version.Stated is not null)
        {
            _long.Add((_count, version.Stated));
        }

        EndAt(_count++, version.Until);
    }

    private void End()
    {
        if (news.Ended.Count == 0 && news.Withdrawn.Count == 0)
        {
            return;
        }

        var withdrawn = news.Withdrawn.Count == 0 ? null : _sources.Select(source => news.Withdrawn.GetValueOrDefault(source.Id, ClaimVersion.Never)).ToArray();
        for (var i = 0; i < _entries.Length; i++)
        {
            // A version recorded by the event that ends the ones before it goes on.
            var ended = news.Ended.TryGetValue(_details[i].Claim, out var sequence) && _entries[i].Recorded < sequence ? sequence : ClaimVersion.Never;
            EndAt(i, withdrawn is null ? ended : Math.Min(ended, withdrawn[_entries[i].Source]));
        }
    }

    private void EndAt(int place, long sequence)
    {
        if (sequence < _until[place])
        {
            _until[place] = sequence;
            _entries[place] = _entries[place].WithEnd();
        }
    }

    private static int PlaceAmong(int[] places, int first) => Array.BinarySearch(places, first) is var found && found < 0 ? ~found : found;

    private IReadOnlyDictionary<Guid, Stretch[]> Dispute()
    {
        if (news.Disputes.Count == 0)
        {
            return old.Disputes;
        }

        var disputes = new Dictionary<Guid, Stretch[]>(old.Disputes);
        for (var i = 0; i < _entries.Length; i++)
        {
            if (news.Disputes.TryGetValue(_details[i].Claim, out var stretches))
            {
                disputes[_details[i].Claim] = stretches;
                _entries[i] = _entries[i].WithTrait(ClaimTraits.Disputed);
            }
        }

        return disputes;
    }
}
