using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GuaranteeTracker.Api.Tests.Hosting;

public sealed class KeptReadiness
{
    private readonly FakeClock _clock = new();
    private readonly Checks _checks = new();

    [Fact]
    public async Task Whoever_asks_within_a_second_is_told_the_same_and_who_asks_later_what_is_so_then()
    {
        var report = new ReadinessReport(_checks, _clock);
        _checks.Go.SetResult();

        var first = await report.AskAsync(default);
        _clock.Pass(TimeSpan.FromMilliseconds(999));
        (await report.AskAsync(default)).Should().BeSameAs(first);
        _clock.Pass(TimeSpan.FromMilliseconds(1));
        (await report.AskAsync(default)).Should().NotBeSameAs(first);
        _checks.Made.Should().Be(2);
    }

    [Fact]
    public async Task However_many_ask_at_once_one_look_is_under_way_and_one_waits()
    {
        var report = new ReadinessReport(_checks, _clock);
        var asking = Enumerable.Range(0, 100).Select(_ => report.AskAsync(default)).ToList();
        _checks.Go.SetResult();

        await Task.WhenAll(asking);

        _checks.Made.Should().BeLessThanOrEqualTo(2);
    }

    private sealed class Checks : HealthCheckService
    {
        private int _made;

        public int Made => _made;

        public TaskCompletionSource Go { get; } = new();

        public override async Task<HealthReport> CheckHealthAsync(Func<HealthCheckRegistration, bool>? predicate, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _made);
            await Go.Task;
            return new(new Dictionary<string, HealthReportEntry>(StringComparer.Ordinal), TimeSpan.Zero);
        }
    }
}
