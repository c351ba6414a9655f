using GuaranteeTracker.Api.Hosting.LocalPostgres;
using Npgsql;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>The PostgreSQL that this process uses: the configured one, else a local one that it starts, or shares.</summary>
internal sealed class Database : IAsyncDisposable
{
    public const string Name = "guaranteetracker";

    private readonly LocalServer? _local;

    /// <summary>The server looks every second whether the client is still there, also in the midst of a statement: a node that is killed gives its locks back at once.</summary>
    private const string LooksForClient = " -c client_connection_check_interval=1s";

    private Database(string connectionString, string dataDirectory, LocalServer? local)
    {
        DataDirectory = dataDirectory;
        _local = local;
        ConnectionString = connectionString;
        Source = NpgsqlDataSource.Create(ConnectionString);
    }

    public NpgsqlDataSource Source { get; }

    /// <summary>With its password, which <see cref="Source"/> does not give away again.</summary>
    public string ConnectionString { get; }

    /// <summary>Where the local PostgreSQL, the development key and the ledger's key live.</summary>
    public string DataDirectory { get; }

    /// <exception cref="StartException">There is no database to be had.</exception>
    public static async Task<Database> OpenAsync(IConfiguration configuration, Settings settings, CancellationToken cancellation)
    {
        var folder = DataFolder.Locate(settings.DataDirectory);
        if (configuration.GetConnectionString("GuaranteeTracker") is { Length: > 0 } configured)
        {
            try
            {
                return new(await HardenAsync(configured, cancellation), folder, null);
            }
            catch (ArgumentException e)
            {
                throw new StartException("ConnectionStrings:GuaranteeTracker is not a connection string for PostgreSQL: Host=…;Database=…;Username=…;Password=…", e);
            }
        }

        try
        {
            return await OpenLocalAsync(settings, folder, cancellation);
        }
        catch (LocalPostgresException e)
        {
            throw new StartException(e.Message, e);
        }
    }

    private static async Task<Database> OpenLocalAsync(Settings settings, string folder, CancellationToken cancellation)
    {
        var local = await LocalServer.StartAsync(new(settings.DataDirectory, settings.PostgresPrograms), cancellation);
        try
        {
            return new(await HardenAsync(await local.EnsureDatabaseAsync(Name, cancellation), cancellation), folder, local);
        }
        catch
        {
            await local.DisposeAsync();
            throw;
        }
    }

    /// <summary>Times are UTC whatever the server thinks; and no forgotten transaction holds back the checkpoints.</summary>
    private static async Task<string> HardenAsync(string connectionString, CancellationToken cancellation)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Timezone = "UTC", ApplicationName = "GuaranteeTracker" };
        var options = $"{builder.Options} -c idle_in_transaction_session_timeout=10s".Trim();
        builder.Options = options + LooksForClient;
        try
        {
            await using var probe = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(builder.ConnectionString) { Pooling = false }.ConnectionString);
            await probe.OpenAsync(cancellation);
        }
        catch (NpgsqlException)
        {
            builder.Options = options; // an older server or one on Windows cannot, and of one that is away nobody knows
        }

        return builder.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        if (_local is not null)
        {
            await _local.DisposeAsync();
        }
    }
}
