using System.Diagnostics;

namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>Waits for what happens by itself, as long as it takes and no longer than a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(15), _pause = TimeSpan.FromMilliseconds(20);

    /// <returns>How long it took.</returns>
    public static async Task<TimeSpan> TrueAsync(Func<Task<bool>> holds, string because, TimeSpan? within = null)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            Stopwatch.GetElapsedTime(began).Should().BeLessThan(within ?? _deadline, because);
            await Task.Delay(_pause);
        }

        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>Looks again and again, to the end of a span, and fails when it does not hold once.</summary>
    public static async Task StaysTrueAsync(Func<Task<bool>> holds, string because, TimeSpan span)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < span; await Task.Delay(_pause))
        {
            (await holds()).Should().BeTrue(because);
        }
    }
}
