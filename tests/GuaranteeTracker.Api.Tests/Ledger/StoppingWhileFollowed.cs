using System.Diagnostics;
using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Ledger;

public sealed class StoppingWhileFollowed(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task The_service_stops_at_once_and_a_reader_resumes_when_it_is_back()
    {
        await tracker.RecordTopicsAsync(1);
        var last = await tracker.SettleAsync();
        using var reader = tracker.Client(Tracker.AdminKey);
        using var response = await reader.FollowAsync(lastEventId: $"{last}");
        using var stream = new StreamReader(await response.Content.ReadAsStreamAsync());

        var began = Stopwatch.GetTimestamp();
        var restarting = tracker.RestartAsync();
        (await stream.ReadToEndAsync()).Trim('\n').Should().Be(":", "the stream ends as it should, with nothing cut off");
        await restarting;
        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(8), "the service would wait 15 seconds for a request that goes on");

        await tracker.RecordTopicsAsync(1);
        (await tracker.Admin.TakeAsync(1, lastEventId: $"{last}")).Single().Sequence().Should().Be(last + 1);
    }

    [Fact]
    public async Task While_the_database_is_away_a_reader_stays_and_then_misses_nothing()
    {
        await tracker.RecordTopicsAsync(1);
        var following = tracker.Admin.TakeAsync(2, lastEventId: $"{await tracker.SettleAsync() - 1}");
        var name = new NpgsqlConnectionStringBuilder(tracker.ConnectionString).Database;
        await using var server = NpgsqlDataSource.Create(await PostgresServer.ConnectionStringAsync());

        await ExecuteAsync(server, $"alter database {name} allow_connections false");
        await ExecuteAsync(server, $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        await Eventually.StaysTrueAsync(async () => await StatusAsync() == HttpStatusCode.ServiceUnavailable && !following.IsCompleted, "nobody can look meanwhile", TimeSpan.FromSeconds(1));
        await ExecuteAsync(server, $"alter database {name} allow_connections true");
        await Eventually.TrueAsync(async () => await StatusAsync() == HttpStatusCode.OK, "it is back");
        await tracker.RecordTopicsAsync(1);

        (await following).Select(item => item.Sequence()).Should().Equal((await tracker.StoredSequencesAsync())[^2..]);
    }

    private async Task<HttpStatusCode> StatusAsync()
    {
        using var response = await tracker.Admin.GetAsync(Log.Path);
        return response.StatusCode;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource server, string sql)
    {
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
