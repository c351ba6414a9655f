using System.Runtime.Versioning;
using System.Text;
using GuaranteeTracker.Api.Hosting.LocalPostgres;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Hosting;

[UnsupportedOSPlatform("windows")]
[Collection(MadeCluster.Collection)]
public sealed class LocalPostgresTests(MadeCluster made) : LocalPostgresTestBase(made)
{
    [Fact]
    public async Task A_cold_start_gives_a_durable_server_that_speaks_utc()
    {
        await using var server = await StartAsync();

        (await AskAsync(server.ConnectionString, "select current_database()")).Should().Be("postgres");
        (await AskAsync(server.ConnectionString, "show timezone")).Should().Be("UTC");
        (await AskAsync(server.ConnectionString, "show fsync")).Should().Be("on");
        (await AskAsync(server.ConnectionString, "show max_connections")).Should().Be("200");
        (await AskAsync(server.ConnectionString, "show idle_in_transaction_session_timeout")).Should().Be("10s");
        (await AskAsync(server.ConnectionString, "select lower('ЖÉ') || (select string_agg(x, '' order by x) from unnest(array['a', 'B']) x)")).Should().Be("жéBa");
        new NpgsqlConnectionStringBuilder(server.ConnectionString).Timezone.Should().Be("UTC");
    }

    [Fact]
    public async Task Wanted_settings_win_over_the_services_own()
    {
        await Made.CopyToAsync(Root);
        var wanted = new Dictionary<string, string> { ["max_connections"] = "20", ["cluster_name"] = "it's" };
        await using var server = await LocalServer.StartAsync(new LocalPostgresOptions(Root, null, wanted), default);

        (await AskAsync(server.ConnectionString, "show max_connections")).Should().Be("20");
        (await AskAsync(server.ConnectionString, "show cluster_name")).Should().Be("it's");
    }

    [Fact]
    public async Task Two_users_share_one_server_and_the_last_one_out_stops_it()
    {
        var first = await StartWarmAsync();
        var second = await StartAsync();
        second.ConnectionString.Should().Be(first.ConnectionString);

        await first.DisposeAsync();
        (await AskAsync(second.ConnectionString, "select 1")).Should().Be(1);

        await second.DisposeAsync();
        await second.DisposeAsync();
        (await CanConnectAsync(second.ConnectionString)).Should().BeFalse();
    }

    [Fact]
    public async Task Six_concurrent_cold_starts_give_one_server()
    {
        var users = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => StartAsync())));
        var starts = new HashSet<object?>();
        foreach (var user in users)
        {
            starts.Add(await AskAsync(user.ConnectionString, "select pg_postmaster_start_time()"));
        }

        starts.Should().ContainSingle();

        await Task.WhenAll(users.Select(user => user.DisposeAsync().AsTask()));
        (await CanConnectAsync(users[0].ConnectionString)).Should().BeFalse();
    }

    [Fact]
    public async Task Data_survive_a_restart()
    {
        await using (var first = await StartWarmAsync())
        {
            var database = await first.EnsureDatabaseAsync("guaranteetracker", default);
            await AskAsync(database, "create table words (word text); insert into words values ('kept')");
        }

        await using var second = await StartAsync();
        var again = await second.EnsureDatabaseAsync("guaranteetracker", default);

        (await AskAsync(again, "select word from words")).Should().Be("kept");
    }

    [Fact]
    public async Task A_database_that_several_ask_for_at_once_is_created_once()
    {
        await using var server = await StartWarmAsync();

        var given = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => server.EnsureDatabaseAsync("a \"name\"", default)));

        given.Distinct().Should().ContainSingle();
        (await AskAsync(given[0], "select current_database()")).Should().Be("a \"name\"");
        (await AskAsync(given[0], "show timezone")).Should().Be("UTC");
    }

    [Theory]
    [InlineData("a long name that leaves no room for the name of a socket, which systems limit to about a hundred bytes")]
    [InlineData("a, comma; a 'quote' and a space")]
    public async Task A_data_folder_that_no_socket_can_have_gets_one_elsewhere(string name)
    {
        var data = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        await Made.CopyToAsync(data);
        var server = await LocalServer.StartAsync(new LocalPostgresOptions(data, null), default);
        var host = new NpgsqlConnectionStringBuilder(server.ConnectionString).Host!;

        (await AskAsync(server.ConnectionString, "show data_directory")).Should().BeOfType<string>().Which.Should().StartWith(data);
        Encoding.UTF8.GetByteCount(Path.Combine(host, ".s.PGSQL.5432")).Should().BeLessThan(100);

        await server.DisposeAsync();
        Directory.Exists(host).Should().BeFalse();
    }
}
