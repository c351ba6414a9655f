using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting.Databases;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Replaying;
using JasperFx;
using JasperFx.Events.Daemon;
using Marten;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Hosting.Databases;

/// <summary><c>migrate</c>, over databases in all conditions.</summary>
public sealed class Migrating : DatabaseLogins
{
    /// <summary>As a version left it that knew neither triggers nor roles.</summary>
    private const string Older =
        $"""
        drop function {EventStore.Schema}.append_only() cascade;
        alter table {Tables.Leaves} drop constraint leaf_in_tree;
        alter table {Tables.Checkpoints} drop constraint checkpoint_of_leaves;
        revoke all on all tables in schema {EventStore.Schema} from {DatabaseRoles.Service}, {DatabaseRoles.Reader};
        revoke all on all sequences in schema {EventStore.Schema} from {DatabaseRoles.Service}, {DatabaseRoles.Reader};
        revoke all on schema {EventStore.Schema} from {DatabaseRoles.Service}, {DatabaseRoles.Reader}
        """;

    [Fact]
    public async Task An_empty_database_becomes_one_to_run_on_and_a_second_time_nothing_changes()
    {
        var empty = await PostgresServer.CreateDatabaseAsync(null);
        string[] settings = ["--json", $"--ConnectionStrings:GuaranteeTrackerOwner={empty}", $"--ConnectionStrings:GuaranteeTracker={PostgresServer.Running(empty)}"];

        var first = await CommandRun.OfAsync(["migrate", .. settings]);
        await using (await StartAsync(PostgresServer.Running(empty)))
        {
            var second = await CommandRun.OfAsync(["migrate", .. settings]);

            first.ExitCode.Should().Be(0, first.Errors);
            JsonNode.Parse(first.Output)!["changed"]!.AsArray().Should().HaveCountGreaterThan(10);
            second.ExitCode.Should().Be(0, second.Errors);
            second.Output.Should().Be("""{"changed":[],"administrator":[]}""" + "\n");
        }

        await PostgresServer.DropDatabaseAsync(empty);
    }

    [Fact]
    public async Task A_store_of_an_older_version_keeps_its_events_and_gets_triggers_and_rights()
    {
        await using (var before = await StartAsync(PostgresServer.Running(Owner)))
        {
            using var admin = new HttpClient { BaseAddress = new Uri(before.App.Urls.First()), DefaultRequestHeaders = { Authorization = new("Bearer", Tracker.AdminKey) } };
            (await admin.PutAsync("/api/topics/kept", Samples.Topic("Kept"))).EnsureSuccessStatusCode();
            await before.App.StopAsync();
        }

        await RunAsync(Older);
        (await RefuseAsync(PostgresServer.Running(Owner))).Should().Contain("migrate");

        (await Migration.RunAsync(Owner, null, default)).Administrator.Should().BeEmpty();

        await using var after = await StartAsync(PostgresServer.Running(Owner));
        using var reader = new HttpClient { BaseAddress = new Uri(after.App.Urls.First()) };
        (await reader.GetStringAsync("/api/topics/kept")).Should().Contain("Kept");
        (await Migration.RunAsync(Owner, null, default)).Changed.Should().BeEmpty();
    }

    [Fact]
    public async Task What_it_prints_is_all_that_an_administrator_needs_beside_the_tables()
    {
        await RunAsync(Older);
        var printed = await CommandRun.OfAsync("migrate", "--print");
        printed.ExitCode.Should().Be(0, printed.Errors);
        printed.Output.Should().Contain($"create role {DatabaseRoles.Service};").And.Contain($"create role {DatabaseRoles.Reader};");

        await RunAsync(string.Join('\n', printed.Output.Split('\n').Where(line => !line.StartsWith("create role", StringComparison.Ordinal)))); // which are there

        (await Migration.RunAsync(Owner, null, default)).Changed.Should().BeEmpty();
        await using var server = await StartAsync(PostgresServer.Running(Owner));
    }

    [Fact]
    public async Task A_store_with_a_leaf_before_the_first_is_migrated_and_takes_no_more_of_that_kind()
    {
        await RunAsync($"alter table {Tables.Leaves} drop constraint leaf_in_tree; insert into {Tables.Leaves} values ({long.MinValue}, 1, '')");

        (await Migration.RunAsync(Owner, null, default)).Changed.Should().ContainSingle().Which.Should().Contain("leaf_in_tree");

        foreach (var wrong in new[] { $"{Tables.Leaves} values ({long.MinValue + 1}, 2, '')", $"{Tables.Leaves} values (-1, 2, '')", $"{Tables.Checkpoints} values ({long.MinValue}, 1, now(), '', '')", $"{Tables.Checkpoints} values (0, 1, now(), '', '')" })
        {
            (await FluentActions.Awaiting(() => QueryAsync<long>($"insert into {wrong} returning sequence", PostgresServer.Running(Owner))).Should().ThrowAsync<PostgresException>())
                .Which.SqlState.Should().Be(PostgresErrorCodes.CheckViolation, wrong);
        }
    }

    [Fact]
    public async Task A_database_that_only_has_Martens_tables_is_completed()
    {
        var empty = await PostgresServer.CreateDatabaseAsync(null);
        await using (var store = DocumentStore.For(options => EventStore.Configure(options, empty, DaemonMode.Disabled, AutoCreate.CreateOrUpdate)))
        {
            await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        }

        (await RefuseAsync(PostgresServer.Running(empty))).Should().Contain("migrate");
        await Migration.RunAsync(empty, null, default);
        await using (await StartAsync(PostgresServer.Running(empty)))
        {
            (await QueryAsync<bool>($"select exists (select from {Tables.Horizon})", empty)).Should().BeTrue();
        }

        await PostgresServer.DropDatabaseAsync(empty);
    }

    [Fact]
    public async Task Rights_that_nobody_should_have_are_taken_back()
    {
        await RunAsync($"grant update on {Tables.Events} to {DatabaseRoles.Service}; grant select on {Tables.Keys} to {DatabaseRoles.Reader}; grant delete on {Tables.Leaves} to public");

        (await Migration.RunAsync(Owner, null, default)).Changed.Should().BeEquivalentTo(
            $"revoke update on {Tables.Events} from {DatabaseRoles.Service}", $"revoke select on {Tables.Keys} from {DatabaseRoles.Reader}", $"revoke delete on {Tables.Leaves} from public");
        await using var server = await StartAsync(PostgresServer.Running(Owner));
    }

    [Fact]
    public async Task A_login_of_the_service_is_made_and_its_password_is_in_no_statement()
    {
        var name = $"gt_{Guid.NewGuid():N}";
        var running = new NpgsqlConnectionStringBuilder(Owner) { Username = name, Password = "a secret of the service" }.ConnectionString;

        var report = await Migration.RunAsync(Owner, running, default);

        string.Join('\n', report.Changed).Should().Contain($"create role \"{name}\" login password").And.NotContain("a secret");
        (await QueryAsync<string>($"select rolpassword from pg_authid where rolname = '{name}'")).Should().StartWith("SCRAM-SHA-256$4096:");
        await using (await StartAsync(running))
        {
            (await Migration.RunAsync(Owner, running, default)).Changed.Should().BeEmpty();
        }

        await RunAsync($"drop role {name}");
    }

    [Fact]
    public async Task An_owner_who_may_make_no_roles_is_told_which_statements_somebody_else_has_to_run()
    {
        var empty = await PostgresServer.CreateDatabaseAsync(null);
        var owner = await RoleAsync("login password 'test'");
        await RunAsync($"alter database {new NpgsqlConnectionStringBuilder(empty).Database} owner to {owner}");
        string StringIn(string login) => new NpgsqlConnectionStringBuilder(empty) { Username = login, Password = "test" }.ConnectionString;

        var run = await CommandRun.OfAsync("migrate", $"--ConnectionStrings:GuaranteeTrackerOwner={StringIn(owner)}", $"--ConnectionStrings:GuaranteeTracker={StringIn("gt_nobody_yet")}");

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("create role \"gt_nobody_yet\" login password '…';").And.Contain($"grant {DatabaseRoles.Service} to \"gt_nobody_yet\";").And.NotContain("'test'");
        await using (await StartAsync(PostgresServer.Running(empty)))
        {
            (await QueryAsync<string>($"select tableowner::text from pg_tables where schemaname = '{EventStore.Schema}' and tablename = 'leaves'", empty)).Should().Be(owner);
        }

        await PostgresServer.DropDatabaseAsync(empty);
    }

    [Fact]
    public async Task Everybodys_rights_outlive_a_rebuild()
    {
        var friend = await RoleAsync("nologin");
        await RunAsync($"grant select on {Tables.ClaimVersions} to {friend} with grant option; grant select (claim) on {Tables.ClaimListing} to {friend}");

        var run = await CommandRun.OfAsync("rebuild", $"--ConnectionStrings:GuaranteeTrackerOwner={Owner}");

        run.ExitCode.Should().Be(0, run.Errors);
        (await QueryAsync<bool>($"select has_table_privilege('{friend}', '{Tables.ClaimVersions}', 'select with grant option') and has_column_privilege('{friend}', '{Tables.ClaimListing}', 'claim', 'select') and not has_column_privilege('{friend}', '{Tables.ClaimListing}', 'recorded', 'select')"))
            .Should().BeTrue();
        (await Migration.RunAsync(Owner, null, default)).Changed.Should().BeEmpty("the running and the reading role have theirs as well");
        await using var server = await StartAsync(PostgresServer.Running(Owner));
    }

    [Fact]
    public async Task Ten_at_once_end_alike()
    {
        var databases = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            databases.Add(await PostgresServer.CreateDatabaseAsync(null));
        }

        var name = $"gt_{Guid.NewGuid():N}";
        string RunningIn(string database) => new NpgsqlConnectionStringBuilder(database) { Username = name, Password = "test" }.ConnectionString;
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => Migration.RunAsync(databases[i % 3], RunningIn(databases[i % 3]), default))));

        foreach (var database in databases)
        {
            (await Migration.RunAsync(database, RunningIn(database), default)).Changed.Should().BeEmpty();
            await PostgresServer.DropDatabaseAsync(database);
        }

        await RunAsync($"drop role {name}");
    }
}
