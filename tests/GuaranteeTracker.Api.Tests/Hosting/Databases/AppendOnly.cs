using GuaranteeTracker.Api.Hosting.Databases;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Hosting.Databases;

/// <summary>What is only ever added to.</summary>
public sealed class AppendOnly(Tracker tracker) : IClassFixture<Tracker>
{
    private static readonly string[] _tables = [Tables.Events, EventStore.Schema + ".mt_streams", Tables.Leaves, Tables.Checkpoints, Tables.Tiles, Tables.Erasures];

    public static TheoryData<string> Changes =>
    [
        $"update {Tables.Events} set data = '{{}}'",
        $"update {Tables.Events} set timestamp = now()",
        $"update {Tables.Events} set is_archived = true",
        $"update {EventStore.Schema}.mt_streams set id = id || '-another'",
        $"update {EventStore.Schema}.mt_streams set created = now()",
        $"select {EventStore.Schema}.mt_archive_stream((select min(id) from {EventStore.Schema}.mt_streams))",
        $"update {Tables.Leaves} set hash = '\\x00'",
        $"update {Tables.Checkpoints} set root = '\\x00'",
        $"update {Tables.Checkpoints} set note = 'another'",
        $"update {Tables.Tiles} set hash = '\\x00'",
        $"update {Tables.Erasures} set reason = 'another'",
        .. _tables.Select(table => $"delete from {table}"),
        .. _tables.Select(table => $"truncate {table} cascade"),
    ];

    [Theory]
    [MemberData(nameof(Changes))]
    [InlineData($"drop table {Tables.Leaves}")]
    [InlineData($"alter table {Tables.Events} disable trigger append_only")]
    [InlineData($"drop trigger append_only on {Tables.Events}")]
    [InlineData($"create or replace function {EventStore.Schema}.append_only() returns trigger language plpgsql as 'begin return new; end'")]
    [InlineData("set session_replication_role = replica")]
    [InlineData($"select setval('{Tables.EventNumbers}', 1)")]
    public async Task The_running_role_can_change_and_remove_nothing(string change)
    {
        var before = await FilledAsync();

        (await RefuseAsync(tracker.ConnectionString, change)).SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege);

        (await AllAsync()).Should().Be(before);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Triggers_stop_even_the_owner(string change)
    {
        var before = await FilledAsync();

        (await RefuseAsync(tracker.OwnerConnectionString, change)).MessageText.Should().Contain("is only ever added to");
        (await RefuseAsync(tracker.OwnerConnectionString, $"set session_replication_role = replica; {change}")).MessageText.Should().Contain("is only ever added to");

        (await AllAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Every_table_has_its_rights_written_down()
    {
        await using var connection = await tracker.Owner.OpenConnectionAsync();

        var tables = await connection.ListAsync(
            $"select relname::text from pg_class where relnamespace = '{EventStore.Schema}'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S')", row => row.GetString(0), default);

        tables.Should().BeEquivalentTo(Grants.TableNames, "a new table needs an entry in Grants");
    }

    [Fact]
    public async Task The_reading_role_reads_neither_texts_nor_names_nor_keys_nor_answers_and_writes_nothing()
    {
        await using var connection = await tracker.Owner.OpenConnectionAsync();
        await connection.ExecuteAsync($"set role {DatabaseRoles.Reader}", default);
        var tables = Grants.TableNames.Where(table => !table.EndsWith("_sequence", StringComparison.Ordinal)).ToList();

        var closed = new List<string>();
        foreach (var table in tables)
        {
            await using var read = new NpgsqlCommand($"select count(*) from {EventStore.Schema}.{table}", connection);
            try
            {
                await read.ExecuteScalarAsync();
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                closed.Add(table);
            }
        }

        closed.Should().BeEquivalentTo("source_texts", "analysts", "keys", "idempotent_answers", "mt_doc_deadletterevent");
        (await connection.ListAsync(
            "select t from unnest($1) t where has_any_column_privilege(t, 'insert, update') or has_table_privilege(t, 'delete, truncate, trigger')", row => row.GetString(0), default,
            [tables.Select(table => $"{EventStore.Schema}.{table}").ToArray()])).Should().BeEmpty();
        await connection.ExecuteAsync("reset role", default);
    }

    /// <summary>With something in every table.</summary>
    private async Task<string> FilledAsync()
    {
        await (await Subject.RecordAsync(tracker)).RecordClaimAsync();
        await tracker.SettleAsync();
        await tracker.QueryAsync<int>(
            $"""
            insert into {Tables.Tiles} (level, index, hash) values (1, 0, '\x01') on conflict do nothing;
            insert into {Tables.Erasures} (id, kind, subject, reason, at, by) values (gen_random_uuid(), 'name', 'somebody', 'They asked.', now(), gen_random_uuid());
            select 1
            """);
        return await AllAsync();
    }

    private Task<string> AllAsync() => tracker.QueryAsync<string>(
        $"select {string.Join(" || ", _tables.Select(table => $"(select md5(string_agg(t::text, ' ' order by t::text)) from {table} t)"))}");

    private static async Task<PostgresException> RefuseAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        return (await FluentActions.Awaiting(() => connection.ExecuteAsync(sql, default)).Should().ThrowAsync<PostgresException>()).Which;
    }
}
