using System.Net;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Reading;

public sealed class Health(Tracker tracker) : IClassFixture<Tracker>
{
    private const string
        AllIsWell = """{"status":"Degraded","checks":{"database":"Healthy","schema":"Healthy","safety":"Degraded","checkpoints":"Healthy","seeding":"Healthy"}}""",
        NoCheckpoints = $"alter table {Tables.Checkpoints} add constraint none check (sequence < 0) not valid; select 1",
        CheckpointsAgain = $"alter table {Tables.Checkpoints} drop constraint none; select 1";

    [Fact]
    public async Task A_service_that_can_do_its_work_is_live_and_ready()
    {
        (await AskAsync("live")).Should().Be((HttpStatusCode.OK, """{"status":"Healthy","checks":{}}"""));
        await BecomesAsync(HttpStatusCode.OK, AllIsWell);
    }

    [Fact]
    public async Task Without_an_index_it_is_not_ready()
    {
        var make = await tracker.QueryAsync<string>($"select indexdef from pg_indexes where schemaname = '{EventStore.Schema}' and tablename = 'checkpoints' and indexdef like '%(at)'");
        var name = make.Split(' ')[make.Split(' ').ToList().IndexOf("INDEX") + 1];
        await tracker.QueryAsync<int>($"drop index {EventStore.Schema}.{name}; select 1");

        await BecomesAsync(HttpStatusCode.ServiceUnavailable, AllIsWell.Replace("""status":"Degraded""", """status":"Unhealthy""", StringComparison.Ordinal).Replace("""schema":"Healthy""", """schema":"Unhealthy""", StringComparison.Ordinal));
        (await AskAsync("live")).Status.Should().Be(HttpStatusCode.OK);

        await tracker.QueryAsync<int>($"{make}; select 1");
        await BecomesAsync(HttpStatusCode.OK, AllIsWell);
    }

    [Fact]
    public async Task While_no_checkpoints_can_be_made_it_is_not_ready()
    {
        var subject = await Subject.RecordAsync(tracker);
        await tracker.SettleAsync();
        await tracker.QueryAsync<int>(NoCheckpoints);
        await subject.RecordClaimAsync();

        await Eventually.TrueAsync(async () => (await AskAsync("ready")).Body.Contains("\"checkpoints\":\"Unhealthy\"", StringComparison.Ordinal), "the subscription stops");
        (await subject.StanceAsync("")).Should().Be("open", "recording and reading go on");

        await tracker.QueryAsync<int>(CheckpointsAgain);
        await Eventually.TrueAsync(async () => (await AskAsync("ready")).Status == HttpStatusCode.OK, "it goes on by itself", TimeSpan.FromSeconds(30));
        await tracker.SettleAsync();
    }

    [Fact]
    public async Task While_the_database_is_away_it_is_not_ready_and_it_recovers_by_itself()
    {
        var subject = await Subject.RecordAsync(tracker);
        var name = new NpgsqlConnectionStringBuilder(tracker.ConnectionString).Database;
        await using var server = NpgsqlDataSource.Create(await PostgresServer.ConnectionStringAsync());
        await ExecuteAsync(server, $"alter database {name} allow_connections false");
        await ExecuteAsync(server, $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");

        var body = "";
        await Eventually.TrueAsync(async () => await AskAsync("ready") is (HttpStatusCode.ServiceUnavailable, var told) && (body = told).Length > 0, "the database is away");
        body.Should().Contain("\"database\":\"Unhealthy\"").And.NotContain(name).And.NotContain("Npgsql");
        (await AskAsync("live")).Status.Should().Be(HttpStatusCode.OK);
        using (var picture = await tracker.Public.GetAsync("/api/picture"))
        {
            picture.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            picture.Headers.RetryAfter.Should().NotBeNull();
        }

        await ExecuteAsync(server, $"alter database {name} allow_connections true");
        await Eventually.TrueAsync(async () => (await AskAsync("ready")).Status == HttpStatusCode.OK, "the database is back", TimeSpan.FromSeconds(30));
        await subject.RecordClaimAsync();
        await tracker.SettleAsync();
    }

    /// <summary>What is told may be a second old.</summary>
    private Task BecomesAsync(HttpStatusCode status, string body) => Eventually.TrueAsync(async () => await AskAsync("ready") == (status, body), body);

    private async Task<(HttpStatusCode Status, string Body)> AskAsync(string what)
    {
        using var response = await tracker.Public.GetAsync($"/health/{what}");
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task ExecuteAsync(NpgsqlDataSource server, string sql)
    {
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
