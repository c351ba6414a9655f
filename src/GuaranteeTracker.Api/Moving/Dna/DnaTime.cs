using System.Globalization;
using Microsoft.Data.Sqlite;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>Times as DNA has them: of no zone, kept as if they were UTC.</summary>
internal static class DnaTime
{
    private static readonly string[] _formats =
        ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    /// <returns>Null for what is no number of seconds since 1970, or is beyond the calendar.</returns>
    public static DateTime? Of(SqliteDataReader row, int column) =>
        row.GetValue(column) is long seconds && seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
            : null;

    public static DateTime? Of(string? text) =>
        DateTime.TryParseExact(text?.Trim(), _formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    /// <returns>Empty at the first and the last second of the day, where only the day was given.</returns>
    public static string OfDay(DateTime? time) => time is { TimeOfDay: { Ticks: not 0, TotalSeconds: < 86_399 } } known ? known.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : "";
}
