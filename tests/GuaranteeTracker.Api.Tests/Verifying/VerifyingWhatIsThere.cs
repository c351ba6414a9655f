using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Replaying;
using GuaranteeTracker.Api.Tests.Tampering;

namespace GuaranteeTracker.Api.Tests.Verifying;

/// <summary><c>verify</c> looks at a database as it is, also where other commands would migrate it first.</summary>
public sealed class VerifyingWhatIsThere(TamperedStore store) : IClassFixture<TamperedStore>
{
    private const string
        Triggers = $"select count(*) from pg_trigger where not tgisinternal and tgenabled <> 'A' and tgrelid = '{Tables.Leaves}'::regclass",
        Tiles = $"select count(*) from {Tables.Tiles}";

    [Fact]
    public async Task What_a_migration_would_mend_is_told_and_left_as_it_is()
    {
        var tracker = store.Tracker;
        await tracker.TamperAsync($"delete from {Tables.Tiles}");
        await tracker.QueryAsync<int>($"alter table {Tables.Leaves} disable trigger append_only; select 1");

        var run = await VerifyAsync(tracker.OwnerConnectionString);

        run.ExitCode.Should().Be(1, run.Errors);
        run.Output.Should().Contain("Wrong: ").And.Contain("of level 1");
        (await tracker.QueryAsync<long>(Tiles), await tracker.QueryAsync<long>(Triggers)).Should().Be((0L, 1L), "nothing was mended");
    }

    [Fact]
    public async Task A_database_without_the_schema_is_refused_and_stays_empty()
    {
        var empty = await PostgresServer.CreateDatabaseAsync(null);

        var run = await VerifyAsync(empty);

        run.ExitCode.Should().Be(1);
        run.Errors.Should().Contain("The schema in the database is not the one of this version. Run `migrate`").And.NotContain("   at ");
        await using var source = Npgsql.NpgsqlDataSource.Create(empty + ";Pooling=false");
        await using var command = source.CreateCommand($"select count(*) from pg_namespace where nspname = '{EventStore.Schema}'");
        (await command.ExecuteScalarAsync()).Should().Be(0L);
        await PostgresServer.DropDatabaseAsync(empty);
    }

    private Task<CommandRun> VerifyAsync(string connectionString) => CommandRun.OfAsync(
        "verify", "environment=Development", $"--ConnectionStrings:GuaranteeTracker={connectionString}", $"--GuaranteeTracker:DataDirectory={store.Tracker.DataDirectory}", "--GuaranteeTracker:PublicUrl=https://tracker.example.org");
}
