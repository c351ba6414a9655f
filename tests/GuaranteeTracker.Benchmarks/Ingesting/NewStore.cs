using System.Security.Cryptography;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.LocalPostgres;
using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Benchmarks.Starting;
using Npgsql;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>An empty PostgreSQL in a folder of its own, which outlives the service that uses it. It goes away in the end.</summary>
internal sealed class NewStore : IAsyncDisposable
{
    private readonly string _folder;
    private readonly LocalServer _server;

    private NewStore(string folder, LocalServer server, string connectionString) =>
        (_folder, _server, ConnectionString, Source) = (folder, server, connectionString, NpgsqlDataSource.Create(connectionString));

    public string ConnectionString { get; }

    public NpgsqlDataSource Source { get; }

    /// <summary>May record everything.</summary>
    public string Key { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <param name="folder">Holds the store's own folder.</param>
    /// <param name="waits">Whether a commit waits for the disk, whoever commits.</param>
    public static async Task<NewStore> MakeAsync(string folder, bool waits, CancellationToken cancellation)
    {
        var own = Path.Combine(Path.GetFullPath(folder), $"store-{Guid.NewGuid():N}");
        var server = await LocalServer.StartAsync(new(own, null), cancellation);
        var store = new NewStore(own, server, await server.EnsureDatabaseAsync(Database.Name, cancellation));
        await using (var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(store.ConnectionString) { Pooling = false }.ConnectionString))
        {
            await connection.OpenAsync(cancellation);
            await Bulk.ExecuteAsync(connection, $"alter database {Database.Name} set synchronous_commit = {(waits ? "on" : "off")}", cancellation);
        }

        return store;
    }

    /// <summary>A service over it that is ready.</summary>
    public async Task<ServiceProcess> StartAsync(FileInfo service, CancellationToken cancellation)
    {
        var process = ServiceProcess.Start(service, new Place(null, _folder), $"--GuaranteeTracker:BootstrapKey={Key}");
        await process.WaitAsync("/health/ready", cancellation);
        return process;
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
