using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>The days (UTC) on which claims of a record begin to count, as far as one needs them to find one's way around a day.</summary>
/// <param name="First">Null where nothing was ever said.</param>
/// <param name="Last">It may lie in the future.</param>
/// <param name="Before">The last one before the day itself.</param>
/// <param name="After">The first one after the day itself.</param>
public sealed record SpokenDays(DateOnly? First, DateOnly? Last, DateOnly? Before, DateOnly? After)
{
    /// <param name="timelines">Each at K or later.</param>
    /// <param name="known">K.</param>
    /// <param name="day">The day to look around from; of what was said on it nothing is told.</param>
    public static SpokenDays Around(IEnumerable<TopicTimeline> timelines, long known, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(timelines);
        var (begin, end) = (day.ToDateTime(TimeOnly.MinValue).Ticks, day.ToDateTime(TimeOnly.MaxValue).Ticks);
        var (first, last, before, after) = (long.MaxValue, long.MinValue, long.MinValue, long.MaxValue);
        foreach (var timeline in timelines)
        {
            for (var place = 0; place < timeline.Effective.Length; place++)
            {
                var effective = timeline.Effective[place];
                if (effective < first || effective > last || (effective < begin ? effective > before : effective > end && effective < after))
                {
                    if (timeline.HoldsAt(place, known))
                    {
                        (first, last) = (Math.Min(first, effective), Math.Max(last, effective));
                        before = effective < begin ? Math.Max(before, effective) : before;
                        after = effective > end ? Math.Min(after, effective) : after;
                    }
                }
            }
        }

        return new(DayOf(first), DayOf(last), DayOf(before), DayOf(after));
    }

    private static DateOnly? DayOf(long ticks) => ticks is long.MinValue or long.MaxValue ? null : DateOnly.FromDateTime(new DateTime(ticks));
}
