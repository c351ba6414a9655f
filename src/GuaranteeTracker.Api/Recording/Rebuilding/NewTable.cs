using Npgsql;
using Weasel.Postgresql.Tables;

namespace GuaranteeTracker.Api.Recording.Rebuilding;

/// <summary>A table made beside the serving one, to take its place under the very names that are configured.</summary>
/// <param name="serving">As configured.</param>
/// <param name="made">The same under another name.</param>
internal sealed class NewTable(Table serving, Table made)
{
    public string Name => made.Identifier.QualifiedName;

    private string Key => string.Join(", ", made.PrimaryKeyColumns);

    /// <summary>All columns; lexemes have no hash of their own.</summary>
    private string Hashable => string.Join(", ", made.Columns.Select(column => column.Type == "tsvector" ? $"{column.Name}::text" : column.Name));

    /// <summary>Empty and without indexes, in place of what a rebuild that was killed left.</summary>
    public string Make => $"drop table if exists {Name}; create table {Name} (like {serving.Identifier.QualifiedName} including defaults)";

    public string Drop => $"drop table if exists {Name}";

    /// <summary>The primary key, the other indexes, and what the planner needs to know.</summary>
    public string Complete => string.Join(
        ";\n",
        [
            "set maintenance_work_mem = '256MB'",
            $"alter table {Name} add constraint {made.PrimaryKeyName} primary key ({Key})",
            .. made.Indexes.Select(index => index.ToDDL(made).TrimEnd().TrimEnd(';')),
            $"analyze {Name}",
        ]);

    /// <summary>Gives everybody the rights on it that they have on the serving table, which belongs to the same owner.</summary>
    private string Grant =>
        $"""
        do $$
        declare one record;
        begin
          execute format('alter table {Name} owner to %s', (select relowner::regrole from pg_class where oid = '{serving.Identifier.QualifiedName}'::regclass));
          for one in
            select a.*, null as attname from pg_class c cross join lateral aclexplode(c.relacl) a where c.oid = '{serving.Identifier.QualifiedName}'::regclass
            union all
            select a.*, t.attname from pg_attribute t cross join lateral aclexplode(t.attacl) a where t.attrelid = '{serving.Identifier.QualifiedName}'::regclass
          loop
            execute format('grant %s%s on {Name} to %s%s', one.privilege_type, ' (' || quote_ident(one.attname) || ')',
              case one.grantee when 0 then 'public' else one.grantee::regrole::text end, case when one.is_grantable then ' with grant option' end);
          end loop;
        end $$
        """;

    /// <summary>Drops the serving table and takes its names and everybody's rights.</summary>
    public string Swap => string.Join(
        ";\n",
        [
            Grant,
            $"drop table {serving.Identifier.QualifiedName}",
            $"alter table {Name} rename to {serving.Identifier.Name}",
            $"alter table {serving.Identifier.QualifiedName} rename constraint {made.PrimaryKeyName} to {serving.PrimaryKeyName}",
            .. made.Indexes.Zip(serving.Indexes, (from, to) => $"alter index {EventStore.Schema}.{from.Name} rename to {to.Name}"),
        ]);

    /// <summary>How many rows are in one table and not in the other, and the key of one.</summary>
    public async Task<Difference> CompareAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (await SumAsync(connection, serving.Identifier.QualifiedName, cancellation) == await SumAsync(connection, Name, cancellation))
        {
            return new(serving.Identifier.Name, 0, null);
        }

        await using var command = new NpgsqlCommand(
            $"""
            select count(*), min(format('%s', ({Key}))) from {serving.Identifier.QualifiedName} old full join {Name} new using ({Key})
            where old is distinct from new
            """, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(serving.Identifier.Name, reader.GetInt64(0), await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetString(1));
    }

    /// <summary>Tells equal tables from others by one scan of each; a full join of millions would hold up the checkpoints.</summary>
    private async Task<string> SumAsync(NpgsqlConnection connection, string table, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"select format('%s %s', count(*), sum(hash_record_extended(row({Hashable}), 0)::numeric)) from {table} t", connection) { CommandTimeout = 0 };
        return (string)(await command.ExecuteScalarAsync(cancellation))!;
    }
}

/// <summary>How a table of rows differed from what the events say.</summary>
/// <param name="Rows">How many rows were wrong, missing or too many.</param>
/// <param name="Sample">The key of one of them.</param>
internal sealed record Difference(string Table, long Rows, string? Sample);
