namespace GuaranteeTracker.Api.Timelines;

/// <summary>The ways from one period to others.</summary>
/// <param name="address">The address of a period with this page's filters.</param>
internal sealed class TimelineZooms(Func<Period, string> address)
{
    /// <param name="shown">The period of the page.</param>
    /// <param name="around">The day to look closer at; null where nothing is shown.</param>
    public IReadOnlyList<Zoom> Of(Period shown, DateOnly? around)
    {
        var periods = new List<(string Name, Period Period)> { ("Everything", Period.Whole) };
        if (around is { } day)
        {
            periods.AddRange([("Year", Period.YearOf(day)), ("Month", Period.MonthOf(day)), ("Week", Period.WeekOf(day)), ("Day", new(day, day))]);
        }

        return [.. periods.Select(one => new Zoom(one.Period == Period.Whole ? one.Name : $"{one.Name}: {one.Period}", address(one.Period), one.Period == shown))];
    }

    /// <summary>Null where there is no such period.</summary>
    public string? To(Period? period) => period is { } other ? address(other) : null;
}
