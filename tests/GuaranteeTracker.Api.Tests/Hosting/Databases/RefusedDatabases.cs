using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Hosting.Databases;

/// <summary>What a service does not start on, one by one.</summary>
public sealed class RefusedDatabases : DatabaseLogins
{
    [Fact]
    public async Task A_member_of_the_running_role_is_let_in()
    {
        await using var server = await StartAsync(StringOf(await MemberAsync()));
        (await ReadyAsync(server)).Should().Contain("\"safety\":\"Degraded\"", "the tests' server may forget");
    }

    [Fact]
    public async Task A_superuser_is_refused_unless_that_is_allowed()
    {
        (await RefuseAsync(Owner)).Should().Contain("is a superuser").And.Contain("guaranteetracker_service").And.Contain("AllowUnsafeDatabase to Privileges");

        await using var server = await StartAsync(Owner, "--GuaranteeTracker:AllowUnsafeDatabase=Durability,Privileges");
        (await ReadyAsync(server)).Should().Contain("\"safety\":\"Degraded\"");
    }

    [Theory]
    [InlineData("alter database {database} owner to {user}", "owns the database")]
    [InlineData("alter schema guaranteetracker owner to {user}", "owns the schema")]
    [InlineData("alter table guaranteetracker.gaps owner to {user}", "owns tables")]
    [InlineData("alter function guaranteetracker.append_only() owner to {user}", "owns functions")]
    [InlineData("alter role {user} createrole", "can make roles")]
    [InlineData("alter role {user} replication", "can replicate")]
    [InlineData("grant pg_execute_server_program to {user}", "files or programs")]
    [InlineData("grant pg_write_all_data to {user}", "DELETE on catalogue")]
    [InlineData("grant create on schema guaranteetracker to {user}", "can make tables")]
    [InlineData("grant create on database {database} to {user}", "can make schemas")]
    [InlineData("grant create on schema public to {user}", "the schema public")]
    [InlineData("grant create on schema public to public", "revoke create on schema public from")]
    [InlineData("create schema {other} authorization {other}; grant {other} to {user}", "the schema gt_")]
    [InlineData("grant update on guaranteetracker.mt_events to {user}", "UPDATE on mt_events")]
    [InlineData("grant update (data) on guaranteetracker.mt_events to {user}", "UPDATE on mt_events (data)")]
    [InlineData("grant update (id) on guaranteetracker.mt_streams to {user}", "UPDATE on mt_streams (id)")]
    [InlineData("grant delete on guaranteetracker.mt_streams to {user}", "DELETE on mt_streams")]
    [InlineData("grant truncate on guaranteetracker.leaves to guaranteetracker_service", "TRUNCATE on leaves")]
    [InlineData("grant delete on guaranteetracker.checkpoints to public", "DELETE on checkpoints")]
    [InlineData("grant update on sequence guaranteetracker.mt_events_sequence to {user}", "UPDATE on mt_events_sequence")]
    [InlineData("grant delete on guaranteetracker.tiles to {other}; grant {other} to {user}", "DELETE on tiles")]
    public async Task A_user_who_can_do_more_is_refused(string power, string told)
    {
        var (user, other) = (await MemberAsync(), await RoleAsync("nologin"));
        await RunAsync(power.Replace("{user}", user, StringComparison.Ordinal).Replace("{other}", other, StringComparison.Ordinal)
            .Replace("{database}", await QueryAsync<string>("select current_database()::text"), StringComparison.Ordinal));

        (await RefuseAsync(StringOf(user))).Should().Contain($"user {user}").And.Contain(told).And.Contain("migrate");
    }

    [Theory]
    [InlineData("drop trigger append_only on guaranteetracker.mt_events", "mt_events")]
    [InlineData("alter table guaranteetracker.leaves disable trigger append_only", "leaves")]
    [InlineData("alter table guaranteetracker.checkpoints enable trigger append_only", "checkpoints")] // but not always
    [InlineData("alter table guaranteetracker.mt_streams disable trigger append_only_truncate", "mt_streams")]
    [InlineData("create or replace trigger append_only before delete or update of type on guaranteetracker.mt_streams for each row execute function guaranteetracker.append_only(); alter table guaranteetracker.mt_streams enable always trigger append_only", "mt_streams")]
    [InlineData("create or replace trigger append_only before delete or update on guaranteetracker.tiles for each row when (old.level = 7) execute function guaranteetracker.append_only(); alter table guaranteetracker.tiles enable always trigger append_only", "tiles")]
    [InlineData("create or replace function guaranteetracker.append_only() returns trigger language plpgsql as 'begin return new; end'", "erasures")]
    public async Task A_trigger_that_is_missing_or_disabled_or_another_is_told_and_migrate_puts_it_right(string change, string table)
    {
        await RunAsync(change);
        (await RefuseAsync(PostgresServer.Running(Owner))).Should().Contain(table).And.Contain("trigger").And.Contain("migrate");

        await Api.Hosting.Databases.Migration.RunAsync(Owner, null, default);
        await using var server = await StartAsync(PostgresServer.Running(Owner));
    }

    [Theory]
    [InlineData("drop schema guaranteetracker cascade", "no schema")]
    [InlineData("alter table guaranteetracker.checkpoints drop column note", "not the one of this version")]
    [InlineData("alter table guaranteetracker.mt_events alter column type type text", "not the one of this version")]
    [InlineData($"delete from {Tables.Horizon}", "horizon")]
    [InlineData("revoke insert on guaranteetracker.leaves from guaranteetracker_service", "lacks INSERT on leaves")]
    [InlineData("revoke usage on schema guaranteetracker from guaranteetracker_service", "may not do all that the service has to")]
    public async Task A_database_that_lacks_something_is_told_to_be_migrated(string lack, string told)
    {
        await RunAsync(lack);

        (await RefuseAsync(PostgresServer.Running(Owner))).Should().Contain(told).And.Contain("migrate");
    }

    [Theory]
    [InlineData("alter database {database} set synchronous_commit = off")]
    [InlineData("alter role {user} in database {database} set synchronous_commit = off")]
    [InlineData("alter role {user} set synchronous_commit = off")]
    public async Task A_database_that_may_forget_is_refused_unless_that_is_allowed(string change)
    {
        var user = await MemberAsync();
        await RunAsync(change.Replace("{user}", user, StringComparison.Ordinal).Replace("{database}", await QueryAsync<string>("select current_database()::text"), StringComparison.Ordinal));

        (await RefuseAsync(StringOf(user), "--GuaranteeTracker:AllowUnsafeDatabase=None")).Should().Contain("synchronous_commit = off").And.Contain("AllowUnsafeDatabase to Durability");

        await using var server = await StartAsync(StringOf(user), "--GuaranteeTracker:AllowUnsafeDatabase=Durability");
        (await ReadyAsync(server)).Should().Contain("\"safety\":\"Degraded\"");
    }

    [Fact]
    public async Task Readiness_tells_when_a_trigger_goes_while_the_service_runs()
    {
        await using var server = await StartAsync(PostgresServer.Running(Owner));
        await RunAsync("alter table guaranteetracker.mt_events disable trigger append_only");

        await Eventually.TrueAsync(async () => (await ReadyAsync(server)).Contains("\"safety\":\"Unhealthy\"", StringComparison.Ordinal), "what was seen is a second old at most");
    }
}
