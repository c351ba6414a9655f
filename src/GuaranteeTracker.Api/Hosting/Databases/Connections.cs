using Npgsql;

namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>Connection strings as the service needs them.</summary>
internal static class Connections
{
    /// <summary>The server looks every second whether the client is still there, also in the midst of a statement: a node that is killed gives its locks back at once.</summary>
    private const string LooksForClient = " -c client_connection_check_interval=1s";

    /// <summary>Where PostgreSQL looks for what a statement names without a schema: nowhere that somebody else could put something.</summary>
    public const string SearchPath = "pg_catalog, pg_temp";

    /// <summary>Times are UTC whatever the server thinks; nothing of somebody else's is taken for PostgreSQL's own; and no forgotten transaction holds back the checkpoints.</summary>
    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public static async Task<string> HardenAsync(string connectionString, CancellationToken cancellation)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Timezone = "UTC", SearchPath = SearchPath, ApplicationName = "GuaranteeTracker" };
        var options = $"{builder.Options} -c idle_in_transaction_session_timeout=10s".Trim();
        builder.Options = options + LooksForClient;
        try
        {
            await TryAsync(builder.ConnectionString, cancellation);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedObject or PostgresErrorCodes.InvalidParameterValue)
        {
            builder.Options = options; // an older server or one on Windows cannot
        }
        catch (NpgsqlException)
        {
            // Of one that is away, or has no room, nobody knows. Who connects next is told what it is.
        }

        return builder.ConnectionString;
    }

    /// <summary>The same, as the running role.</summary>
    /// <returns>Null: its user may not become that role, or it is not there.</returns>
    /// <exception cref="StartException">Nobody knows.</exception>
    public static async Task<string?> StepDownAsync(string connectionString, CancellationToken cancellation)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.Options = $"{builder.Options} -c role={DatabaseRoles.Service}".Trim();
        try
        {
            await TryAsync(builder.ConnectionString, cancellation);
            return builder.ConnectionString;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidParameterValue or PostgresErrorCodes.UndefinedObject)
        {
            return null;
        }
        catch (NpgsqlException e)
        {
            throw new StartException($"The database cannot be used: {(e.InnerException ?? e).Message} Check ConnectionStrings:GuaranteeTracker.", e);
        }
    }

    private static async Task TryAsync(string connectionString, CancellationToken cancellation)
    {
        await using var probe = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await probe.OpenAsync(cancellation);
    }
}
