using System.Diagnostics.CodeAnalysis;

namespace GuaranteeTracker.Domain.Dates;

/// <summary>What <c>asOf</c>, <c>knownAt</c> and <c>published</c> take: a calendar date, or an instant with its offset from UTC (RFC 3339; seconds may be left out).</summary>
public sealed record IsoMoment
{
    private IsoMoment(DateOnly? date, DateTime? instant) => (Date, Instant) = (date, instant);

    /// <summary>Set where a date was given; it is the UTC day of that name.</summary>
    public DateOnly? Date { get; }

    /// <summary>Set where an instant was given: UTC, truncated to the microsecond.</summary>
    public DateTime? Instant { get; }

    /// <summary>The first microsecond of the date, UTC, or the instant itself.</summary>
    public DateTime Earliest => Instant ?? Microseconds.StartOfDay(Date!.Value);

    /// <summary>The last microsecond of the date, UTC, or the instant itself.</summary>
    public DateTime End => Instant ?? Microseconds.EndOfDay(Date!.Value);

    /// <summary>The date itself, or the day in UTC on which the instant falls.</summary>
    public DateOnly UtcDate => Date ?? DateOnly.FromDateTime(Instant!.Value);

    /// <param name="text">What a client sent; anything at all.</param>
    /// <param name="moment">What it means.</param>
    /// <param name="because">Else what is wrong and what to write.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out IsoMoment? moment, [NotNullWhen(false)] out string? because)
    {
        if (text is { Length: 10 })
        {
            var fault = CalendarPeriod.Read(text, out var day);
            moment = fault == PeriodFault.None ? new(day.First, null) : null;
            because = IsoMomentRefusal.Of(fault, text);
        }
        else
        {
            var fault = IsoInstant.Read(text, out var instant);
            moment = fault == InstantFault.None ? new(null, instant.Utc) : null;
            because = IsoMomentRefusal.Of(fault, text);
        }
        return because is null;
    }
}
