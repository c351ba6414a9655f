namespace GuaranteeTracker.Api.Hosting.Rates;

/// <summary>
/// A token bucket for everybody, each holding a minute's worth. There is a fixed number of them, and who shares one with whom a hash with a secret decides,
/// so however many addresses an attacker has, the memory is the same.
/// </summary>
/// <param name="perMinute">0: no limit.</param>
internal sealed class Rate(int perMinute, TimeProvider clock)
{
    public const int Buckets = 65_536;

    private readonly long _begin = clock.GetTimestamp();

    /// <summary>When each bucket is full again: the generic cell rate algorithm, which needs no more than that.</summary>
    private readonly long[] _fullAt = new long[perMinute > 0 ? Buckets : 0];
    private readonly long _interval = perMinute > 0 ? TimeSpan.TicksPerMinute / perMinute : 0;

    /// <summary>Takes one.</summary>
    /// <returns>Null where there was one; else after how long there will be.</returns>
    public TimeSpan? Take(string who)
    {
        if (perMinute == 0)
        {
            return null;
        }

        ref var bucket = ref _fullAt[BucketOf(who)];
        while (true)
        {
            var (known, now) = (Volatile.Read(ref bucket), Now);
            if (Wait(known, now) is { } wait)
            {
                return wait;
            }

            if (Interlocked.CompareExchange(ref bucket, Math.Max(known, now) + _interval, known) == known)
            {
                return null;
            }
        }
    }

    /// <summary>Whether one could be taken, without taking it.</summary>
    /// <inheritdoc cref="Take"/>
    public TimeSpan? Look(string who) => perMinute == 0 ? null : Wait(Volatile.Read(ref _fullAt[BucketOf(who)]), Now);

    private long Now => clock.GetElapsedTime(_begin).Ticks;

    /// <summary>The hash of a string has a secret of the process in it.</summary>
    private static int BucketOf(string who) => who.GetHashCode(StringComparison.Ordinal) & (Buckets - 1);

    private TimeSpan? Wait(long fullAt, long now) =>
        fullAt - now + _interval - (_interval * perMinute) is > 0 and var ticks ? TimeSpan.FromTicks(ticks) : null;
}
