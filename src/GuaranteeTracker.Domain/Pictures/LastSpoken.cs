using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>How much lies between two instants, and from when on the last of it, where it is more than one wants.</summary>
/// <param name="Count">Of everything between the instants.</param>
/// <param name="Since">From this instant on (UTC) there is no more than was wanted, if not all of it lies at one instant; null where all of it is no more.</param>
public sealed record LastSpoken(int Count, DateTime? Since)
{
    /// <param name="timelines">Each at K or later.</param>
    /// <param name="known">K.</param>
    /// <param name="shown">Whose claims count.</param>
    /// <param name="from">Inclusive, UTC.</param>
    /// <param name="to">Inclusive, UTC.</param>
    /// <param name="others">Instants of what else is to be counted, all of them between the two.</param>
    /// <param name="most">How much is wanted.</param>
    public static LastSpoken Between(
        IEnumerable<TopicTimeline> timelines, long known, Selection shown, DateTime from, DateTime to, IEnumerable<DateTime> others, int most)
    {
        ArgumentNullException.ThrowIfNull(timelines);
        ArgumentNullException.ThrowIfNull(shown);
        var latest = new Latest(most);
        foreach (var at in others)
        {
            latest.Add(at.Ticks);
        }

        foreach (var timeline in timelines)
        {
            for (var cell = 0; cell < timeline.Actors; cell++)
            {
                if (shown.Actor(timeline.Cells[cell].Actor))
                {
                    var (place, end) = timeline.PlacesBetween(cell, from.Ticks, to.Ticks);
                    for (; place < end; place++)
                    {
                        if (timeline.HoldsAt(place, known))
                        {
                            latest.Add(timeline.Effective[place]);
                        }
                    }
                }
            }
        }

        return new(latest.Count, latest.Since is { } ticks ? new DateTime(ticks, DateTimeKind.Utc) : null);
    }

    /// <summary>Remembers the latest few of many instants.</summary>
    private sealed class Latest(int most)
    {
        /// <summary>The earliest of them first; one more than is wanted.</summary>
        private readonly PriorityQueue<long, long> _latest = new(most + 2);

        private long _last = long.MinValue;

        public int Count { get; private set; }

        /// <summary>Just after the latest instant that is left out; that instant itself where nothing comes after it.</summary>
        public long? Since => Count <= most ? null : _latest.Peek() is var left && left < _last ? left + TimeSpan.TicksPerMicrosecond : left;

        public void Add(long at)
        {
            Count++;
            _last = Math.Max(_last, at);
            if (_latest.Count <= most)
            {
                _latest.Enqueue(at, at);
            }
            else if (at > _latest.Peek())
            {
                _latest.EnqueueDequeue(at, at);
            }
        }
    }
}
