using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using GuaranteeTracker.Api.Hosting.LocalPostgres;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Hosting;

[UnsupportedOSPlatform("windows")] // they close folders and kill processes as Unix does
public sealed class LocalPostgresTests(LocalPostgresTests.MadeCluster made) : IClassFixture<LocalPostgresTests.MadeCluster>, IAsyncLifetime
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _root = Directory.CreateTempSubdirectory("gt-local-").FullName;

    public Task InitializeAsync()
    {
        Open(_root);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        foreach (var cluster in Clusters())
        {
            await KillAsync(cluster);
        }

        Directory.Delete(_root, recursive: true);
    }

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
        await made.CopyToAsync(_root);
        var wanted = new Dictionary<string, string> { ["max_connections"] = "20", ["cluster_name"] = "it's" };
        await using var server = await LocalServer.StartAsync(new LocalPostgresOptions(_root, null, wanted), default);

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
    public async Task A_half_made_cluster_of_a_killed_initdb_does_no_harm()
    {
        var folder = await PrepareAsync();
        var halfMade = Directory.CreateDirectory(Path.Combine(folder.Path, "new-killed", "base"));
        await File.WriteAllTextAsync(Path.Combine(halfMade.Parent!.FullName, "PG_VERSION"), "15");

        await using var server = await StartAsync();

        (await AskAsync(server.ConnectionString, "select 1")).Should().Be(1);
        Directory.GetDirectories(folder.Path, "new-*").Should().BeEmpty();
    }

    [Theory]
    [InlineData(100)]
    [InlineData(900)]
    public Task A_cold_start_that_is_called_off_leaves_nothing_running(int milliseconds) => CallOffAsync(milliseconds);

    [Theory]
    [InlineData(30)]
    [InlineData(90)]
    [InlineData(150)]
    public async Task A_start_that_is_called_off_at_any_moment_leaves_nothing_running(int milliseconds)
    {
        await made.CopyToAsync(_root);
        await CallOffAsync(milliseconds);
    }

    [Fact]
    public async Task After_the_server_was_killed_the_next_start_recovers_what_was_committed()
    {
        await using var first = await StartWarmAsync();
        await AskAsync(first.ConnectionString, "create table words (word text); insert into words values ('kept')");
        await KillAsync(new ClusterFolder(Directory.GetDirectories(_root).Single()));

        await using var second = await StartAsync();

        (await AskAsync(second.ConnectionString, "select word from words")).Should().Be("kept");
    }

    [Fact]
    public async Task A_server_whose_service_was_killed_is_taken_over_and_stopped()
    {
        await made.CopyToAsync(_root);
        var folder = await PrepareAsync();
        var programs = await ProgramsAsync();
        await Cluster.EnsureAsync(folder, programs, default);
        var orphan = await new ClusterServer(programs, folder, null).AttachOrBootAsync(default);
        var started = await AskAsync(orphan, "select pg_postmaster_start_time()");

        var user = await StartAsync();
        (await AskAsync(user.ConnectionString, "select pg_postmaster_start_time()")).Should().Be(started);

        await user.DisposeAsync();
        (await CanConnectAsync(orphan)).Should().BeFalse();
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
        var data = Directory.CreateDirectory(Path.Combine(_root, name)).FullName;
        await made.CopyToAsync(data);
        var server = await LocalServer.StartAsync(new LocalPostgresOptions(data, null), default);
        var host = new NpgsqlConnectionStringBuilder(server.ConnectionString).Host!;

        (await AskAsync(server.ConnectionString, "show data_directory")).Should().BeOfType<string>().Which.Should().StartWith(data);
        Encoding.UTF8.GetByteCount(Path.Combine(host, ".s.PGSQL.5432")).Should().BeLessThan(100);

        await server.DisposeAsync();
        Directory.Exists(host).Should().BeFalse();
    }

    [Fact]
    public void Missing_programs_are_an_error_that_says_what_to_install_or_set()
    {
        var look = () => PostgresPrograms.Locate(null, [_root]);
        look.Should().Throw<LocalPostgresException>().WithMessage("*apt-get install postgresql*").And.Message
            .Should().Contain(LocalPostgresOptions.ProgramsDirectorySetting).And.Contain(LocalPostgresOptions.ConnectionStringSetting);
    }

    [Fact]
    public async Task A_programs_folder_without_programs_is_an_error_that_names_the_setting()
    {
        var start = () => LocalServer.StartAsync(new LocalPostgresOptions(_root, _root), default);
        (await start.Should().ThrowAsync<LocalPostgresException>()).WithMessage($"{LocalPostgresOptions.ProgramsDirectorySetting} is {_root}*");
    }

    [Fact]
    public async Task A_data_folder_out_of_reach_is_an_error_that_names_it()
    {
        var closed = Directory.CreateDirectory(Path.Combine(_root, "closed")).FullName;
        File.SetUnixFileMode(closed, Environment.IsPrivilegedProcess ? OwnerOnly : UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var start = () => LocalServer.StartAsync(new LocalPostgresOptions(Path.Combine(closed, "data"), null), default);

        (await start.Should().ThrowAsync<LocalPostgresException>()).WithMessage($"*{closed}*").And.Message
            .Should().Contain(LocalPostgresOptions.DataDirectorySetting);
    }

    [Fact]
    public async Task Data_of_another_major_version_are_not_passed_over()
    {
        var older = Directory.CreateDirectory(Path.Combine(_root, "pg9", "data")).FullName;
        await File.WriteAllTextAsync(Path.Combine(older, "PG_VERSION"), "9");

        var start = () => StartAsync();

        (await start.Should().ThrowAsync<LocalPostgresException>()).WithMessage($"The data are in {Path.GetDirectoryName(older)}*");
    }

    [Fact]
    public async Task A_setting_that_the_server_refuses_is_told_in_its_own_words()
    {
        await made.CopyToAsync(_root);
        var start = () => LocalServer.StartAsync(new LocalPostgresOptions(_root, null, new Dictionary<string, string> { ["max_connections"] = "many" }), default);

        (await start.Should().ThrowAsync<LocalPostgresException>()).WithMessage("*max_connections*many*");
    }

    private async Task CallOffAsync(int milliseconds)
    {
        using var soon = new CancellationTokenSource(milliseconds);
        try
        {
            await (await LocalServer.StartAsync(new LocalPostgresOptions(_root, null), soon.Token)).DisposeAsync();
        }
        catch (OperationCanceledException)
        {
            soon.IsCancellationRequested.Should().BeTrue();
        }

        Clusters().Where(cluster => PostmasterFile.Read(cluster) is { IsAlive: true }).Should().BeEmpty();
        await using var next = await StartAsync();
        (await AskAsync(next.ConnectionString, "select 1")).Should().Be(1);
    }

    private async Task<LocalServer> StartWarmAsync()
    {
        await made.CopyToAsync(_root);
        return await StartAsync();
    }

    private Task<LocalServer> StartAsync() => LocalServer.StartAsync(new LocalPostgresOptions(_root, null), default);

    private static async Task<PostgresPrograms> ProgramsAsync() =>
        await PostgresPrograms.FindAsync(null, await UnprivilegedUser.WhereNeededAsync(default), default);

    private async Task<ClusterFolder> PrepareAsync() => await DataFolder.PrepareAsync(_root, await ProgramsAsync(), default);

    private static void Open(string folder) => File.SetUnixFileMode(folder, OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);

    private IEnumerable<ClusterFolder> Clusters() =>
        Directory.GetFiles(_root, "postmaster.pid", SearchOption.AllDirectories)
            .Select(pidFile => new ClusterFolder(Path.GetDirectoryName(Path.GetDirectoryName(pidFile))!));

    private static async Task KillAsync(ClusterFolder folder)
    {
        if (PostmasterFile.Read(folder) is { IsAlive: true } running)
        {
            using var process = Process.GetProcessById(running.Pid);
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static async Task<bool> CanConnectAsync(string connectionString)
    {
        try
        {
            await AskAsync(connectionString, "select 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>One cluster made for all tests; to copy it takes a tenth of the time.</summary>
    public sealed class MadeCluster : IAsyncLifetime
    {
        private readonly string _root = Directory.CreateTempSubdirectory("gt-made-").FullName;

        public async Task InitializeAsync()
        {
            Open(_root);
            var programs = await ProgramsAsync();
            await Cluster.EnsureAsync(await DataFolder.PrepareAsync(_root, programs, default), programs, default);
        }

        public async Task CopyToAsync(string root) =>
            (await ChildProcess.RunAsync("cp", ["-a", $"{_root}/.", root], "/", null, default)).Succeeded.Should().BeTrue();

        public Task DisposeAsync()
        {
            Directory.Delete(_root, recursive: true);
            return Task.CompletedTask;
        }
    }
}
