using System.Globalization;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>The days (UTC) that a timeline's page shows, both inclusive.</summary>
/// <param name="First">Null: from the beginning.</param>
/// <param name="Last">Null: to the end.</param>
internal readonly record struct Period(DateOnly? First, DateOnly? Last)
{
    public static Period Whole { get; } = new(null, null);

    public static Period YearOf(DateOnly day) => new(new(day.Year, 1, 1), new(day.Year, 12, 31));

    public static Period MonthOf(DateOnly day) => new(new(day.Year, day.Month, 1), new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));

    /// <summary>From Monday to Sunday, as far as the calendar goes.</summary>
    public static Period WeekOf(DateOnly day)
    {
        var monday = Clamp(day.DayNumber - (((int)day.DayOfWeek + 6) % 7));
        return new(monday, Clamp(monday.DayNumber + 6));
    }

    /// <summary>The calendar's period before it; of any other number of days, as many before. Null where there is none.</summary>
    public Period? Previous => Move(-1);

    /// <summary>The calendar's period after it; of any other number of days, as many after. Null where there is none.</summary>
    public Period? Next => Move(1);

    public bool Has(DateOnly day) => (First is null || First <= day) && (Last is null || day <= Last);

    /// <summary>2025 · August 2025 · 18 August 2025 · 18 to 24 August 2025 is written out with both dates.</summary>
    public override string ToString() => (First, Last) switch
    {
        (null, null) => "Everything on record",
        (null, { } last) => $"Up to {Pages.Words.Of(last)}",
        ({ } first, null) => $"From {Pages.Words.Of(first)} on",
        ({ } first, { } last) when first == last => Pages.Words.Of(first),
        ({ } first, _) when this == YearOf(first) => first.ToString("yyyy", CultureInfo.InvariantCulture),
        ({ } first, _) when this == MonthOf(first) => first.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        ({ } first, { } last) => $"{Pages.Words.Of(first)} to {Pages.Words.Of(last)}",
    };

    private Period? Move(int by)
    {
        if (this is not { First: { } first, Last: { } last } || last < first)
        {
            return null;
        }

        var (before, after, days) = (first.DayNumber - 1, last.DayNumber + 1, last.DayNumber - first.DayNumber + 1);
        if (by < 0 ? before < DateOnly.MinValue.DayNumber : after > DateOnly.MaxValue.DayNumber)
        {
            return null;
        }

        var neighbour = DateOnly.FromDayNumber(by < 0 ? before : after);
        return this == YearOf(first) ? YearOf(neighbour)
            : this == MonthOf(first) ? MonthOf(neighbour)
            : by < 0 ? new(Clamp(before - days + 1), neighbour)
            : new(neighbour, Clamp(after + days - 1));
    }

    private static DateOnly Clamp(int dayNumber) => DateOnly.FromDayNumber(Math.Clamp(dayNumber, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
