namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>A clock that goes when it is told to.</summary>
internal sealed class FakeClock : TimeProvider
{
    private TimeSpan _passed = TimeSpan.Zero;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _passed.Ticks;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) + _passed;

    public void Pass(TimeSpan span) => _passed += span;
}
