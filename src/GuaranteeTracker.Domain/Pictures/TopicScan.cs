using System.Buffers;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>Goes through the cells of one timeline at (D, K). Of each it tells the claims that count and those that are pending (rules 1 to 3).</summary>
internal sealed class TopicScan : IDisposable
{
    private readonly TopicTimeline _timeline;
    private readonly Moment _moment;
    private readonly long _asOf;
    private readonly Voices _voices;
    private readonly int[] _effective, _hearsay;

    /// <summary>For each of the timeline's sources, from place 1 on, 1 once a claim of it counted. Place 0 takes what does not count.</summary>
    private readonly byte[] _sources;

    public TopicScan(TopicTimeline timeline, Mandates mandates, Moment moment)
    {
        (_timeline, _moment, _asOf, _voices) = (timeline, moment, moment.AsOf.Ticks, timeline.VoicesUnder(mandates));
        (_effective, _hearsay) = (ArrayPool<int>.Shared.Rent(timeline.LargestCell + 1), ArrayPool<int>.Shared.Rent(timeline.LargestCell + 1));
        _sources = ArrayPool<byte>.Shared.Rent(timeline.Sources.Length + 1);
        _sources.AsSpan(0, timeline.Sources.Length + 1).Clear();
    }

    /// <summary>In the cell read last, the first place of a claim that does not count yet at D.</summary>
    private int _after;

    /// <summary>Number of claims that counted in the cells read so far.</summary>
    public int Claims { get; private set; }

    /// <summary>Number of their distinct sources.</summary>
    public int Sources => _sources.AsSpan(1, _timeline.Sources.Length).Count((byte)1);

    /// <param name="cell">Place of the cell in the timeline.</param>
    /// <param name="counts">Whether its claims are to be added to what is counted.</param>
    public LiveCell Read(int cell, bool counts)
    {
        _after = FirstAfter(cell);
        var (first, end, nextEnded, endedBy) = (_timeline.Cells[cell].First, _after, _timeline.Cells[cell].FirstEnded, _timeline.EndedBy);
        var entries = _timeline.Entries.AsSpan(first, end - first);
        var known = _moment.Known;
        var (effective, told, seen) = (_effective, _hearsay, _sources);
        var (count, hearsay, shown) = (0, 0, counts ? 1 : 0);
        for (var i = 0; i < entries.Length; i++)
        {
            // Whether it was recorded at K is what a processor guesses wrong: so no jump depends on it, and what does not count is overwritten.
            ref readonly var entry = ref entries[i];
            var until = entry.IsEnded ? endedBy[nextEnded++] : ClaimVersion.Never;
            var holds = (entry.Recorded <= known) & (known < until) ? 1 : 0;
            effective[count] = first + i;
            told[hearsay] = count;
            hearsay += entry.IsFirstHand ? 0 : holds;
            count += holds;
            seen[(entry.Source + 1) * (holds & shown)] = 1;
        }

        Claims += counts ? count : 0;
        return new(_timeline, _voices, cell, effective.AsSpan(0, count), told.AsSpan(0, hearsay), known);
    }

    /// <summary>Rule 3: claims with earliest ≤ D &lt; effective, in the order of their ids. Of the cell read last.</summary>
    public void ReadPending(int cell, List<Pending> pending)
    {
        var (next, end, before) = (_after, _timeline.Cells[cell + 1].First, pending.Count);
        for (var i = next; i < end && _timeline.Effective[i] - _asOf <= TimeSpan.TicksPerDay; i++)
        {
            if (!_timeline.Entries[i].Has(ClaimTraits.Long))
            {
                AddIfPending(cell, i, pending, null);
            }
        }

        for (var i = _timeline.Cells[cell].FirstLong; i < _timeline.Cells[cell + 1].FirstLong; i++)
        {
            if (_timeline.Long[i] >= next)
            {
                AddIfPending(cell, _timeline.Long[i], pending, _timeline.LongStated[i]);
            }
        }

        if (pending.Count - before > 1)
        {
            pending.Sort(before, pending.Count - before, Comparer<Pending>.Create((x, y) => x.Content.Claim.CompareTo(y.Content.Claim)));
        }
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_effective);
        ArrayPool<int>.Shared.Return(_hearsay);
        ArrayPool<byte>.Shared.Return(_sources);
    }

    /// <summary>The sources counted, by their ids.</summary>
    public void CollectSources(HashSet<Guid> into)
    {
        for (var i = 0; i < _timeline.Sources.Length; i++)
        {
            if (_sources[i + 1] != 0)
            {
                into.Add(_timeline.Sources[i].Id);
            }
        }
    }

    /// <summary>The first place in a cell of a claim that does not count yet at D.</summary>
    private int FirstAfter(int cell)
    {
        var (low, left) = (_timeline.Cells[cell].First, _timeline.Cells[cell + 1].First - _timeline.Cells[cell].First);
        var effective = _timeline.Effective;
        while (left > 1)
        {
            var half = left >> 1;
            low += effective[low + half - 1] <= _asOf ? half : 0;
            left -= half;
        }

        return left == 1 && effective[low] <= _asOf ? low + 1 : low;
    }

    private void AddIfPending(int cell, int place, List<Pending> pending, string? stated)
    {
        ref readonly var entry = ref _timeline.Entries[place];
        ref readonly var detail = ref _timeline.Details[place];
        if (detail.Earliest <= _asOf && _timeline.HoldsAt(place, _moment.Known))
        {
            pending.Add(new(
                _timeline.Cells[cell].Actor, new(detail.Claim, entry.Recorded), entry.Stance,
                entry.Has(ClaimTraits.PlainDate) ? Edtf.WritePlainDate(new DateTime(detail.Earliest)) : stated));
        }
    }
}
