using System.Globalization;

namespace GuaranteeTracker.Api.Charts;

/// <summary>Marks on a line of time, from days to centuries, at round dates.</summary>
internal static class Ticks
{
    private const int MonthsOfYear = 12, LastYear = 9999;

    private const double DaysOfMonth = 30.44;

    /// <summary>How many days (weeks begin on Mondays) or months lie between marks.</summary>
    private static readonly (int Number, bool AreMonths)[] _steps =
    [
        (1, false), (2, false), (7, false), (14, false),
        .. new[] { 1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000 }.Select(months => (months, true)),
    ];

    /// <param name="most">How many have room.</param>
    /// <returns>In order; each with the words that tell it from the one before.</returns>
    public static IReadOnlyList<(DateTime At, string Label)> Between(DateTime from, DateTime to, int most)
    {
        var days = (to - from).TotalDays;
        var step = _steps.FirstOrDefault(step => (days / (step.AreMonths ? step.Number * DaysOfMonth : step.Number)) + 1 <= most, _steps[^1]);
        return step.AreMonths ? Months(from, to, step.Number) : Days(from, to, step.Number);
    }

    private static List<(DateTime At, string Label)> Days(DateTime from, DateTime to, int step)
    {
        var ticks = new List<(DateTime At, string Label)>();
        var last = DateOnly.FromDateTime(to).DayNumber;
        for (var day = RoundUp((int)Math.Ceiling(from.Ticks / (double)TimeSpan.TicksPerDay), step); day <= last; day += step)
        {
            var at = DateOnly.FromDayNumber(day).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            var isNewYear = ticks is not [.., var before] || before.At.Year != at.Year;
            ticks.Add((at, at.ToString(isNewYear ? "d MMM yyyy" : "d MMM", CultureInfo.InvariantCulture)));
        }

        return ticks;
    }

    private static List<(DateTime At, string Label)> Months(DateTime from, DateTime to, int step)
    {
        var ticks = new List<(DateTime At, string Label)>();
        for (var month = RoundUp((from.Year * MonthsOfYear) + from.Month - 1, step); month / MonthsOfYear <= LastYear; month += step)
        {
            var at = new DateTime(Math.Max(1, month / MonthsOfYear), (month % MonthsOfYear) + 1, 1, 0, 0, 0, DateTimeKind.Utc);
            if (at > to)
            {
                break;
            }

            if (at >= from)
            {
                ticks.Add((at, at.ToString(step % MonthsOfYear == 0 ? "yyyy" : "MMM yyyy", CultureInfo.InvariantCulture)));
            }
        }

        return ticks;
    }

    private static int RoundUp(int number, int step) => (number + step - 1) / step * step;
}
