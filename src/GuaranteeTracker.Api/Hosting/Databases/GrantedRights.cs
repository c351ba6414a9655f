using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>Brings what is granted to what <see cref="Grants"/> says. What is right already is left alone.</summary>
internal static class GrantedRights
{
    private const string
        Public = "public",
        Granted =
            $"""
            with acl as (
              select c.relname, null as attname, c.relowner, a.* from pg_class c cross join lateral aclexplode(c.relacl) a where c.relnamespace = '{EventStore.Schema}'::regnamespace
              union all
              select c.relname, t.attname, c.relowner, a.* from pg_class c join pg_attribute t on t.attrelid = c.oid cross join lateral aclexplode(t.attacl) a
              where c.relnamespace = '{EventStore.Schema}'::regnamespace)
            select acl.relname::text, acl.privilege_type, acl.attname::text, coalesce(r.rolname, '{Public}')::text from acl left join pg_roles r on r.oid = acl.grantee
            where acl.grantee <> acl.relowner and coalesce(r.rolname, '{Public}') = any($1)
            """,
        Missing = $"select rolname::text from pg_roles where rolname = any($1) and not has_schema_privilege(oid, '{EventStore.Schema}', 'usage')",
        Existing = "select rolname::text from pg_roles where rolname = any($1)";

    public static async Task PutRightAsync(MigrationContext context, CancellationToken cancellation)
    {
        var roles = await context.Connection.ListAsync(Existing, row => row.GetString(0), cancellation, [Grants.ByRole.Keys.ToArray()]);
        var granted = (await ReadAsync(context.Connection, [.. roles, Public], cancellation)).ToLookup(one => one.Role, one => one.Right);
        foreach (var role in await context.Connection.ListAsync(Missing, row => row.GetString(0), cancellation, [roles.ToArray()]))
        {
            await context.ChangeAsync($"grant usage on schema {EventStore.Schema} to {role}", cancellation);
        }

        foreach (var right in granted[Public])
        {
            await context.ChangeAsync($"revoke {right.What} from {Public}", cancellation);
        }

        foreach (var role in roles)
        {
            var (has, wanted) = (granted[role].ToHashSet(), Grants.ByRole[role]);
            foreach (var right in has.Except(wanted))
            {
                await context.ChangeAsync($"revoke {right.What} from {role}", cancellation);
            }

            foreach (var right in wanted.Except(has))
            {
                await context.ChangeAsync($"grant {right.What} to {role}", cancellation);
            }
        }
    }

    private static Task<List<(string Role, Right Right)>> ReadAsync(NpgsqlConnection connection, string[] roles, CancellationToken cancellation) => connection.ListAsync(
        Granted, row => (row.GetString(3), new Right(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2))), cancellation, [roles]);
}
