using Npgsql;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>Takes indexes and constraints off tables that are about to be filled, and puts the same ones on again: sorting once costs less than inserting.</summary>
internal sealed class Bulk
{
    /// <summary>For a session that writes nothing that a trigger or a foreign key would refuse.</summary>
    public const string WithoutTriggers = "set session_replication_role = replica";

    private const string
        Constraints =
            """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                   format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint where conrelid = any($1::text[]::regclass[]) and contype in ('p', 'u', 'f')
            order by contype = 'f' desc, conrelid, conname
            """,
        Indexes =
            """
            select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
            from pg_index where indrelid = any($1::text[]::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)
            """,
        MoreMemory = "set maintenance_work_mem = '512MB'";

    private readonly List<string> _undo = [];

    private Bulk() { }

    public static async Task<Bulk> PrepareAsync(NpgsqlConnection connection, string[] tables, CancellationToken cancellation)
    {
        var bulk = new Bulk();
        foreach (var query in new[] { Constraints, Indexes })
        {
            foreach (var (remove, restore) in await ReadAsync(connection, query, tables, cancellation))
            {
                await ExecuteAsync(connection, remove, cancellation);
                bulk._undo.Add(restore);
            }
        }

        return bulk;
    }

    /// <summary>Foreign keys come last: they need the keys that they refer to.</summary>
    public async Task RestoreAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await ExecuteAsync(connection, MoreMemory, cancellation);
        foreach (var restore in Enumerable.Reverse(_undo))
        {
            await ExecuteAsync(connection, restore, cancellation);
        }
    }

    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<List<(string Remove, string Restore)>> ReadAsync(NpgsqlConnection connection, string query, string[] tables, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(query, connection) { Parameters = { new() { Value = tables } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(string, string)>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add((reader.GetString(0), reader.GetString(1)));
        }

        return found;
    }
}
