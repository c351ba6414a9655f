using System.Runtime.Versioning;
using GuaranteeTracker.Api.Hosting.LocalPostgres;

namespace GuaranteeTracker.Api.Tests.Hosting;

[UnsupportedOSPlatform("windows")]
[Collection(MadeCluster.Collection)]
public sealed class LocalPostgresFaultTests(MadeCluster made) : LocalPostgresTestBase(made)
{
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
        await Made.CopyToAsync(Root);
        await CallOffAsync(milliseconds);
    }

    [Fact]
    public async Task After_the_server_was_killed_the_next_start_recovers_what_was_committed()
    {
        await using var first = await StartWarmAsync();
        await AskAsync(first.ConnectionString, "create table words (word text); insert into words values ('kept')");
        await KillAsync(new ClusterFolder(Directory.GetDirectories(Root).Single()));

        await using var second = await StartAsync();

        (await AskAsync(second.ConnectionString, "select word from words")).Should().Be("kept");
    }

    [Fact]
    public async Task A_server_whose_service_was_killed_is_taken_over_and_stopped()
    {
        await Made.CopyToAsync(Root);
        var folder = await PrepareAsync();
        var programs = await MadeCluster.ProgramsAsync();
        await Cluster.EnsureAsync(folder, programs, default);
        var orphan = await new ClusterServer(programs, folder, null).AttachOrBootAsync(default);
        var started = await AskAsync(orphan, "select pg_postmaster_start_time()");

        var user = await StartAsync();
        (await AskAsync(user.ConnectionString, "select pg_postmaster_start_time()")).Should().Be(started);

        await user.DisposeAsync();
        (await CanConnectAsync(orphan)).Should().BeFalse();
    }

    [Fact]
    public void Missing_programs_are_an_error_that_says_what_to_install_or_set()
    {
        var look = () => PostgresPrograms.Locate(null, [Root]);
        look.Should().Throw<LocalPostgresException>().WithMessage("*apt-get install postgresql*").And.Message
            .Should().Contain(LocalPostgresOptions.ProgramsDirectorySetting).And.Contain(LocalPostgresOptions.ConnectionStringSetting);
    }

    [Fact]
    public async Task A_programs_folder_without_programs_is_an_error_that_names_the_setting()
    {
        var start = () => LocalServer.StartAsync(new LocalPostgresOptions(Root, Root), default);
        (await start.Should().ThrowAsync<LocalPostgresException>()).WithMessage($"{LocalPostgresOptions.ProgramsDirectorySetting} is {Root}*");
    }

    [Fact]
    public async Task A_data_folder_out_of_reach_is_an_error_that_names_it()
    {
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var closed = Directory.CreateDirectory(Path.Combine(Root, "closed")).FullName;
        File.SetUnixFileMode(closed, Environment.IsPrivilegedProcess ? ownerOnly : UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var start = () => LocalServer.StartAsync(new LocalPostgresOptions(Path.Combine(closed, "data"), null), default);

        (await start.Should().ThrowAsync<LocalPostgresException>()).WithMessage($"*{closed}*").And.Message
            .Should().Contain(LocalPostgresOptions.DataDirectorySetting);
    }

    [Fact]
    public async Task Data_of_another_major_version_are_not_passed_over()
    {
        var older = Directory.CreateDirectory(Path.Combine(Root, "pg9", "data")).FullName;
        await File.WriteAllTextAsync(Path.Combine(older, "PG_VERSION"), "9");

        var start = () => StartAsync();

        (await start.Should().ThrowAsync<LocalPostgresException>()).WithMessage($"The data are in {Path.GetDirectoryName(older)}*");
    }

    [Fact]
    public async Task A_setting_that_the_server_refuses_is_told_in_its_own_words()
    {
        await Made.CopyToAsync(Root);
        var start = () => LocalServer.StartAsync(new LocalPostgresOptions(Root, null, new Dictionary<string, string> { ["max_connections"] = "many" }), default);

        (await start.Should().ThrowAsync<LocalPostgresException>()).WithMessage("*max_connections*many*");
    }

    private async Task CallOffAsync(int milliseconds)
    {
        using var soon = new CancellationTokenSource(milliseconds);
        try
        {
            await (await LocalServer.StartAsync(new LocalPostgresOptions(Root, null), soon.Token)).DisposeAsync();
        }
        catch (OperationCanceledException)
        {
            soon.IsCancellationRequested.Should().BeTrue();
        }

        Clusters().Where(cluster => PostmasterFile.Read(cluster) is { IsAlive: true }).Should().BeEmpty();
        await using var next = await StartAsync();
        (await AskAsync(next.ConnectionString, "select 1")).Should().Be(1);
    }
}
