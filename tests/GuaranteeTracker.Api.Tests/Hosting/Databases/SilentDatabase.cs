using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Databases;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GuaranteeTracker.Api.Tests.Hosting.Databases;

/// <summary>A database that does not answer, for as long as somebody holds what has to be looked at.</summary>
public sealed class SilentDatabase(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_look_ends_by_itself_and_the_next_one_is_a_new_one()
    {
        var clock = new Alarm();
        var check = new SafetyCheck(tracker.Services.GetRequiredService<Inspection>(), tracker.Services.GetRequiredService<Database>(), clock);
        var context = new HealthCheckContext();
        await using (var connection = await tracker.Owner.OpenConnectionAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using var hold = new Npgsql.NpgsqlCommand("set local idle_in_transaction_session_timeout = 0; lock table pg_trigger in access exclusive mode", connection, transaction);
            await hold.ExecuteNonQueryAsync();

            var look = check.CheckHealthAsync(context);
            clock.Ring();

            await FluentActions.Awaiting(() => look.WaitAsync(TimeSpan.FromSeconds(30))).Should().ThrowAsync<OperationCanceledException>("it has its own end");
        }

        (await check.CheckHealthAsync(context).WaitAsync(TimeSpan.FromSeconds(30))).Status.Should().Be(HealthStatus.Degraded, "the tests' server may forget, and is not silent any more");
    }

    /// <summary>A clock whose timers go off when it is told to.</summary>
    private sealed class Alarm : TimeProvider
    {
        private Action _ring = () => { };

        public void Ring() => _ring();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _ring += () => callback(state);
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
