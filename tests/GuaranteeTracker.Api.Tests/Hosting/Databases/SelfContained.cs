using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Databases;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Hosting.Databases;

/// <summary>Services that migrate by themselves and then step down: on a developer's machine, and over a PostgreSQL of their own.</summary>
public sealed class SelfContained : DatabaseLogins
{
    private string _empty = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _empty = await PostgresServer.CreateDatabaseAsync(null);
    }

    [Fact]
    public async Task In_Development_a_superuser_migrates_and_then_works_as_the_running_role()
    {
        await using (var server = await StartAsync(_empty, "--environment=Development"))
        {
            for (var reused = 0; reused < 3; reused++)
            {
                (await AskAsync(server, "select current_user::text")).Should().Be(DatabaseRoles.Service, "a pooled connection does not forget it");
            }

            (await RecordAsync(server)).Should().BeTrue();
            (await ReadyAsync(server)).Should().Contain("\"safety\":\"Degraded\"", "it could go back");
            await server.App.StopAsync();
        }

        await PostgresServer.DropDatabaseAsync(_empty);
    }

    [Fact]
    public async Task In_Development_the_running_role_itself_migrates_nothing()
    {
        (await RefuseAsync(PostgresServer.Running(_empty), "--environment=Development")).Should().Contain("migrate");
        await using (var server = await StartAsync(PostgresServer.Running(Owner), "--environment=Development"))
        {
            (await RecordAsync(server)).Should().BeTrue();
            await server.App.StopAsync();
        }

        await PostgresServer.DropDatabaseAsync(_empty);
    }

    [Fact]
    public async Task In_Development_an_owner_beside_it_migrates()
    {
        await using (var server = await StartAsync(PostgresServer.Running(_empty), "--environment=Development", $"--ConnectionStrings:GuaranteeTrackerOwner={_empty}"))
        {
            (await AskAsync(server, "select session_user::text")).Should().Be(DatabaseRoles.Service);
            await server.App.StopAsync();
        }

        await PostgresServer.DropDatabaseAsync(_empty);
    }

    [Fact]
    public async Task Elsewhere_nobody_migrates_by_serving()
    {
        (await RefuseAsync(_empty)).Should().Contain("no schema").And.Contain("migrate");
        (await RefuseAsync(PostgresServer.Running(_empty), $"--ConnectionStrings:GuaranteeTrackerOwner={_empty}")).Should().Contain("no schema").And.Contain("migrate");
        (await FluentActions.Awaiting(() => Server.BuildAsync([.. Settings, $"--ConnectionStrings:GuaranteeTrackerOwner={_empty}"], default)).Should().ThrowAsync<StartException>())
            .Which.Message.Should().Contain("ConnectionStrings:GuaranteeTracker as well");
        (await QueryAsync<bool>("select to_regnamespace('guaranteetracker') is null", _empty)).Should().BeTrue();

        await PostgresServer.DropDatabaseAsync(_empty);
    }

    [Fact]
    public async Task Over_the_local_PostgreSQL_it_is_the_running_role_in_any_environment_and_all_is_safe()
    {
        await PostgresServer.DropDatabaseAsync(_empty);
        var folder = Directory.CreateTempSubdirectory("gt-local-").FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute); // for the user who runs PostgreSQL for root
        }

        for (var start = 0; start < 2; start++)
        {
            await using var server = await Server.BuildAsync([.. Settings, "--environment=Production", $"--GuaranteeTracker:DataDirectory={folder}", "--GuaranteeTracker:AllowUnsafeDatabase=None"], default);
            await server.App.StartAsync();
            (await AskAsync(server, "select session_user::text")).Should().Be(DatabaseRoles.Service);
            (await RecordAsync(server)).Should().BeTrue();
            await Eventually.TrueAsync(async () => (await ReadyAsync(server)).Contains("\"safety\":\"Healthy\"", StringComparison.Ordinal), "it forgets nothing");
            await server.App.StopAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> AskAsync(Server server, string sql)
    {
        await using var connection = await server.App.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        return await connection.QueryAsync<string>(sql, default);
    }

    /// <summary>Records, and waits for the checkpoint.</summary>
    private static async Task<bool> RecordAsync(Server server)
    {
        using var admin = new HttpClient { BaseAddress = new Uri(server.App.Urls.First()), DefaultRequestHeaders = { Authorization = new("Bearer", Tracker.AdminKey) } };
        var topic = $"topic-{Guid.NewGuid():N}";
        using var recorded = await admin.PutAsync($"/api/topics/{topic}", Samples.Topic("Recorded"));
        recorded.EnsureSuccessStatusCode();
        await Eventually.TrueAsync(async () => (await admin.GetJsonAsync("/api/picture?actor=nobody"))["known"]!["pending"]!.GetValue<int>() == 0, "a checkpoint follows");
        return (await admin.GetStringAsync($"/api/topics/{topic}")).Contains("Recorded", StringComparison.Ordinal);
    }
}
