using GuaranteeTracker.Api.Recording;

namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>Makes the roles that are not there.</summary>
internal static class RoleSetup
{
    private const string
        Existing = "select rolname::text from pg_roles where rolname = any($1)",
        SeesStatistics = $"select coalesce((select pg_has_role(oid, '{DatabaseRoles.Statistics}', 'usage') from pg_roles where rolname = '{DatabaseRoles.Service}'), false)";

    public static async Task MakeAsync(MigrationContext context, CancellationToken cancellation)
    {
        var roles = await context.Connection.ListAsync(Existing, row => row.GetString(0), cancellation, [Grants.ByRole.Keys.ToArray()]);
        if (!roles.Contains(DatabaseRoles.Service))
        {
            await context.ChangeRoleAsync(DatabaseRoles.MakeService, cancellation);
        }

        if (!roles.Contains(DatabaseRoles.Reader))
        {
            await context.ChangeRoleAsync(DatabaseRoles.MakeReader, cancellation);
        }

        if (!await context.Connection.QueryAsync<bool>(SeesStatistics, cancellation))
        {
            await context.ChangeRoleAsync(DatabaseRoles.GiveStatistics, cancellation);
        }
    }
}
