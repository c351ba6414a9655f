using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Tests.Charts;

/// <summary>Lanes over any time, made without a record.</summary>
internal static class SomeLanes
{
    public static DateTime Day { get; } = new(2025, 8, 20, 0, 0, 0, DateTimeKind.Utc);

    /// <param name="span">From the first claim to the last.</param>
    public static Lanes Lanes(TimeSpan span, int number = 3) => new(
        "Western security guarantees", "Over time",
        [.. Enumerable.Range(0, number).Select(lane => Lane(span, lane))],
        [new(Day - (span / 2), "/timeline", "18 August 2025: Washington meeting")]);

    private static Lane Lane(TimeSpan span, int number)
    {
        var (first, middle) = (Day - span, Day - (span / 3));
        return new(
            $"Actor {number}", $"/actors/actor-{number}",
            [new(first, middle, Stance.Opposes, IsSecondHand: true, "/claims/1", "opposes"), new(middle, null, Stance.Commits, IsSecondHand: false, "/claims/2", "commits")],
            [new(DateTime.MinValue, first, Stance.Opposes, IsSecondHand: true, "/claims/1", "opposes"), new(middle - (span / 9), middle, Stance.Commits, IsSecondHand: false, "/claims/2", "commits")]);
    }
}
