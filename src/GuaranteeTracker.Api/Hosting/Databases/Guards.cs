using GuaranteeTracker.Api.Recording;
using JasperFx.Events.Daemon;
using Marten;
using Npgsql;
using Weasel.Postgresql.Tables;

namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>
/// Triggers that refuse to change or remove what is only ever added, whoever asks: also the owner, also under another
/// <c>session_replication_role</c>. Nothing that the service does meets them.
/// </summary>
internal static class Guards
{
    /// <summary>The bits of <c>pg_trigger.tgtype</c>: each row, before; each statement, before.</summary>
    private const short BeforeRow = 1 | 2, BeforeStatement = 2, Delete = 8, Update = 16, Truncate = 32;

    private const string
        Streams = "mt_streams",
        OnRows = "append_only",
        OnTruncate = "append_only_truncate",
        Body = "begin raise exception '%.% is only ever added to: % is refused', tg_table_schema, tg_table_name, tg_op; end",
        Function = $"{EventStore.Schema}.append_only()",
        MakeFunction = $"create or replace function {Function} returns trigger language plpgsql as $body${Body}$body$",
        FunctionBodies = $"select prosrc from pg_proc where oid = to_regprocedure('{Function}')",
        Columns =
            $"""
            select attname::text from pg_attribute where attrelid = to_regclass('{EventStore.Schema}.{Streams}') and attnum > 0 and not attisdropped
              and attname <> all($1) order by attnum
            """,
        Enabled =
            $"""
            select c.relname::text, t.tgname::text, t.tgtype, array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum = any(t.tgattr) order by a.attnum)
            from pg_trigger t join pg_class c on c.oid = t.tgrelid
            where c.relnamespace = to_regnamespace('{EventStore.Schema}') and t.tgfoid = to_regprocedure('{Function}') and t.tgenabled = 'A' and t.tgqual is null
            """;

    /// <summary>Those that nothing is ever taken from, and no row of which changes.</summary>
    private static readonly string[] _tables = ["mt_events", "leaves", "tiles", "checkpoints", "erasures"];

    /// <summary>What appending changes of a stream.</summary>
    private static readonly string[] _changing = ["version", "timestamp"];

    /// <summary>From nothing, for somebody to read or to run. The schema has to be there.</summary>
    public static IEnumerable<string> Statements()
    {
        using var store = DocumentStore.For(options => EventStore.Configure(options, "Host=unused", DaemonMode.Disabled));
        var streams = store.Storage.AllObjects().OfType<Table>().Single(table => table.Identifier.Name == Streams);
        return [MakeFunction, .. Wanted([.. streams.Columns.Select(column => column.Name).Except(_changing)]).SelectMany(guard => guard.Statements), .. Bounds.Statements];
    }

    /// <returns>The tables that lack one, or have one that is disabled or another.</returns>
    public static async Task<IReadOnlyList<string>> MissingAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        [.. (await ReadMissingAsync(connection, cancellation)).Select(guard => guard.Table).Distinct(StringComparer.Ordinal)];

    public static async Task PutAsync(MigrationContext context, CancellationToken cancellation)
    {
        var missing = await ReadMissingAsync(context.Connection, cancellation);
        if (missing.Count > 0)
        {
            await context.ChangeAsync(MakeFunction, cancellation);
        }

        foreach (var guard in missing)
        {
            await context.ChangeAsync(string.Join(";\n", guard.Statements), cancellation);
        }
    }

    private static async Task<List<Guard>> ReadMissingAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var wanted = Wanted(await connection.ListAsync(Columns, row => row.GetString(0), cancellation, [_changing]));
        if (await connection.ListAsync(FunctionBodies, row => row.GetString(0), cancellation) is not [Body])
        {
            return [.. wanted];
        }

        var found = await connection.ListAsync(
            Enabled, row => (row.GetString(0), row.GetString(1), row.GetInt16(2), string.Join(", ", row.GetFieldValue<string[]>(3))), cancellation);
        return [.. wanted.Where(guard => !found.Contains((guard.Table, guard.Name, guard.Type, guard.Columns)))];
    }

    private static IEnumerable<Guard> Wanted(IReadOnlyList<string> streamColumns) =>
    [
        .. _tables.Select(table => new Guard(table, OnRows, BeforeRow | Delete | Update, "")),
        new(Streams, OnRows, BeforeRow | Delete | Update, string.Join(", ", streamColumns)),
        .. _tables.Append(Streams).Select(table => new Guard(table, OnTruncate, BeforeStatement | Truncate, "")),
    ];

    /// <param name="Columns">Of the update, in the table's order; empty: all.</param>
    private sealed record Guard(string Table, string Name, short Type, string Columns)
    {
        private string When => Type switch
        {
            BeforeStatement | Truncate => "before truncate",
            _ => Columns.Length == 0 ? "before delete or update" : $"before delete or update of {Columns}",
        };

        public IEnumerable<string> Statements =>
        [
            $"drop trigger if exists {Name} on {EventStore.Schema}.{Table}",
            $"create trigger {Name} {When} on {EventStore.Schema}.{Table} for each {((Type & 1) == 1 ? "row" : "statement")} execute function {Function}",
            $"alter table {EventStore.Schema}.{Table} enable always trigger {Name}",
        ];
    }
}
