namespace GuaranteeTracker.Domain.Networks;

/// <summary>A stretch of days (UTC), both inclusive.</summary>
public readonly record struct DayWindow(DateOnly First, DateOnly Last)
{
    /// <summary>Windows of so many days that step from the first day on; the one that reaches the last day is cut there, and is the last.</summary>
    /// <param name="length">In days, at least 1.</param>
    /// <param name="step">From the first day of a window to that of the next, in days, at least 1; days between two windows are in none.</param>
    /// <param name="most">More are not made.</param>
    /// <returns>Null where there would be more; none where the last day is before the first.</returns>
    public static IReadOnlyList<DayWindow>? Over(DateOnly first, DateOnly last, int length, int step, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        var windows = new List<DayWindow>();
        for (long start = first.DayNumber; start <= last.DayNumber; start += step)
        {
            if (windows.Count == most)
            {
                return null;
            }

            var end = Math.Min(start + length - 1, last.DayNumber);
            windows.Add(new(DateOnly.FromDayNumber((int)start), DateOnly.FromDayNumber((int)end)));
            if (end == last.DayNumber)
            {
                break;
            }
        }

        return windows;
    }
}
