namespace GuaranteeTracker.Domain.Dates;

/// <summary>The resolution of every moment here, and of PostgreSQL: one microsecond.</summary>
public static class Microseconds
{
    /// <summary>The first microsecond of a calendar day, taken as a UTC day.</summary>
    public static DateTime StartOfDay(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>The last microsecond of a calendar day, taken as a UTC day: 23:59:59.999999.</summary>
    public static DateTime EndOfDay(DateOnly day) =>
        day.ToDateTime(new TimeOnly(TimeSpan.TicksPerDay - TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    /// <summary>Drops what is finer than a microsecond, towards the past; the kind stays as it is.</summary>
    public static DateTime Truncate(DateTime moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));
}
