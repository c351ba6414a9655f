using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>Lets the service in under the name and password that its connection string has, with the running role's privileges.</summary>
internal static class RunningLogin
{
    private const string
        Known =
            $"""
            select r.rolcanlogin, r.rolname = session_user or r.rolsuper, r.rolname = '{DatabaseRoles.Service}' or exists (
              select from pg_auth_members m join pg_roles service on service.oid = m.roleid where m.member = r.oid and service.rolname = '{DatabaseRoles.Service}')
            from pg_roles r where r.rolname = $1
            """,
        Hidden = "'…'";

    public static async Task MakeAsync(MigrationContext context, CancellationToken cancellation)
    {
        if (context.RunningAs is not { Username: { Length: > 0 } name } running)
        {
            return;
        }

        using var quoting = new NpgsqlCommandBuilder();
        var user = quoting.QuoteIdentifier(name);
        var found = await context.Connection.ListAsync(Known, row => (CanLogIn: row.GetBoolean(0), IsAbove: row.GetBoolean(1), IsMember: row.GetBoolean(2)), cancellation, [name]);
        switch (found)
        {
            case [{ IsAbove: true }]:
                return; // whom to refuse is the service's business when it starts
            case []:
                await ChangeAsync(context, $"create role {user} login", running.Password, cancellation);
                break;
            case [{ CanLogIn: false }]:
            case [{ IsMember: true }] when await IsShutOutAsync(running, cancellation):
                await ChangeAsync(context, $"alter role {user} login", running.Password, cancellation);
                break;
        }

        if (found is not [{ IsMember: true }] && name != DatabaseRoles.Service)
        {
            await context.ChangeRoleAsync($"grant {DatabaseRoles.Service} to {user}", cancellation);
        }
    }

    private static Task ChangeAsync(MigrationContext context, string sql, string? password, CancellationToken cancellation) => password is null
        ? context.ChangeRoleAsync(sql, cancellation)
        : context.ChangeRoleAsync($"{sql} password '{ScramSecret.Of(password)}'", cancellation, $"{sql} password {Hidden}");

    private static async Task<bool> IsShutOutAsync(NpgsqlConnectionStringBuilder running, CancellationToken cancellation)
    {
        if (running.Password is null)
        {
            return false;
        }

        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(running.ConnectionString) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancellation);
            return false;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            return true;
        }
    }
}
