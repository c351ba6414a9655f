using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>What the role in force can do, by itself or as any role that it is a member of, compared with <see cref="Grants"/>.</summary>
internal static class RolePowers
{
    private const int MostTold = 5;

    /// <summary>$1: the user. Roles whose powers it has, or could take.</summary>
    private const string Mine = "mine as (select * from pg_roles where pg_has_role($1, oid, 'member'))";

    private const string
        Beyond =
            $"""
            with {Mine}, schema as (select oid, nspowner from pg_namespace where nspname = '{EventStore.Schema}')
            select case
              when exists (select from mine where rolsuper) then 'is a superuser, or can become one'
              when exists (select from mine where rolcreaterole) then 'can make roles'
              when exists (select from mine where rolreplication) then 'can replicate the whole server'
              when exists (select from mine where rolname in ('pg_execute_server_program', 'pg_write_server_files', 'pg_read_server_files')) then 'can reach the server''s files or programs'
              when exists (select from pg_database join mine on mine.oid = datdba where datname = current_database()) then 'owns the database'
              when exists (select from schema join mine on mine.oid = nspowner) then 'owns the schema'
              when exists (select from pg_class join schema on schema.oid = relnamespace join mine on mine.oid = relowner) then 'owns tables of the schema'
              when exists (select from pg_proc join schema on schema.oid = pronamespace join mine on mine.oid = proowner) then 'owns functions of the schema'
              when exists (select from schema cross join mine where has_schema_privilege(mine.oid, schema.oid, 'create')) then 'can make tables in the schema'
              when exists (select from mine where has_database_privilege(mine.oid, current_database(), 'create')) then format('can make schemas in the database (revoke create on database %I from whoever has it)', current_database())
              else (
                select format('can make things in the schema %1$s, which others may take for PostgreSQL''s own (revoke create on schema %1$s from public, or from whoever has it)', quote_ident(min(nspname)))
                from pg_namespace cross join mine where nspname !~ '^pg_' and has_schema_privilege(mine.oid, pg_namespace.oid, 'create') having count(*) > 0)
            end
            """,
        Rights =
            $"""
            with {Mine}, tables as (select oid, relname, relkind from pg_class where relnamespace = '{EventStore.Schema}'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S'))
            select distinct relname::text, privilege, null from tables cross join mine cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) privilege
            where relkind <> 'S' and has_table_privilege(mine.oid, tables.oid, privilege)
            union all
            select distinct relname::text, privilege, null from tables cross join mine cross join unnest(array['USAGE', 'SELECT', 'UPDATE']) privilege
            where relkind = 'S' and has_sequence_privilege(mine.oid, tables.oid, privilege)
            union all
            select distinct relname::text, privilege, attname::text from tables cross join mine cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) privilege
            join pg_attribute on attnum > 0 and not attisdropped
            where attrelid = tables.oid and relkind <> 'S' and has_column_privilege(mine.oid, attrelid, attnum, privilege) and not has_table_privilege(mine.oid, attrelid, privilege)
            """,
        Lacks = $"select not pg_has_role($1, '{DatabaseRoles.Statistics}', 'usage') or not has_schema_privilege($1, '{EventStore.Schema}', 'usage')";

    /// <param name="user">Whose powers.</param>
    public static async Task<Finding?> FindAsync(NpgsqlConnection connection, string user, CancellationToken cancellation)
    {
        if (await connection.ListAsync(Beyond, row => row.IsDBNull(0) ? null : row.GetString(0), cancellation, [user]) is [{ } power])
        {
            return TooMuch(user, power);
        }

        var has = (await connection.ListAsync(Rights, row => new Right(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)), cancellation, [user])).ToHashSet();
        var wanted = Grants.ByRole[DatabaseRoles.Service];
        var beyond = has.Where(right => !wanted.Contains(right) && !wanted.Contains(right with { Column = null })).ToList();
        if (beyond.Count > 0)
        {
            return TooMuch(user, $"may {Tell(beyond)}");
        }

        var lacking = wanted.Where(right => !has.Contains(right) && !has.Contains(right with { Column = null })).ToList();
        return lacking.Count > 0 || (await connection.ListAsync(Lacks, row => row.GetBoolean(0), cancellation, [user])).Contains(true)
            ? new(UnsafeDatabase.None, $"The database's user {user} may not do all that the service has to{(lacking.Count > 0 ? $": it lacks {Tell(lacking)}" : "")}. Run `migrate`, and connect as {DatabaseRoles.Service} or a member of it.")
            : null;
    }

    private static Finding TooMuch(string user, string power) => new(
        UnsafeDatabase.Privileges,
        $"The database's user {user} {power}, which is more than the service has to, so nothing but the service itself would keep the record from being changed. Connect as {DatabaseRoles.Service} or a member of it that may do no more, which `migrate` sets up.");

    private static string Tell(List<Right> rights) =>
        string.Join(", ", rights.Select(right => right.ToString()).Order(StringComparer.Ordinal).Take(MostTold)) + (rights.Count > MostTold ? " and more" : "");
}
