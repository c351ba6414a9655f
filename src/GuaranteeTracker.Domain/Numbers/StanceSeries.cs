using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Domain.Numbers;

/// <summary>Where the actors of one topic stand, moment after moment.</summary>
public static class StanceSeries
{
    /// <summary>The moments from one to another, so many days apart, and the last one, however near the one before.</summary>
    /// <param name="days">At least 1.</param>
    /// <param name="most">More are not made.</param>
    /// <returns>Null where there would be more; none where the last is before the first.</returns>
    public static IReadOnlyList<DateTime>? Moments(DateTime from, DateTime to, int days, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        if (to < from)
        {
            return [];
        }

        var (step, span) = (days * TimeSpan.TicksPerDay, (to - from).Ticks);
        var count = (span / step) + (span % step == 0 ? 1 : 2);
        return count > most ? null : [.. Enumerable.Range(0, (int)count - 1).Select(i => from.AddTicks(i * step)), to];
    }

    /// <param name="courses">Of one topic, one of each actor.</param>
    /// <param name="moments">In the order of time.</param>
    public static IReadOnlyList<StanceTally> At(IEnumerable<CellCourse> courses, IReadOnlyList<DateTime> moments)
    {
        ArgumentNullException.ThrowIfNull(courses);
        ArgumentNullException.ThrowIfNull(moments);
        StanceTally[] tallies = [.. moments.Select(_ => new StanceTally())];
        foreach (var course in courses)
        {
            for (int i = 0, next = 0; i < tallies.Length; i++)
            {
                while (next < course.Spells.Count && course.Spells[next].From <= moments[i])
                {
                    next++;
                }

                Count(next == 0 ? null : course.Spells[next - 1], tallies[i]);
            }
        }

        return tallies;
    }

    private static void Count(Spell? spell, StanceTally tally)
    {
        if (spell is { AttributedOnly: false })
        {
            tally.Add(spell.Stance);
        }
        else if (spell is not null)
        {
            tally.AddAttributed();
        }
    }
}
