using GuaranteeTracker.Api.Hosting.LocalPostgres;
using Npgsql;

namespace GuaranteeTracker.Benchmarks.Ruling;

/// <summary>The PostgreSQL that the floor is in: a local one in a folder of its own, which is removed afterwards.</summary>
internal sealed class FloorServer : IAsyncDisposable
{
    private readonly LocalServer _server;
    private readonly string _folder;

    private FloorServer(LocalServer server, string folder)
    {
        (_server, _folder) = (server, folder);
        Source = NpgsqlDataSource.Create(server.ConnectionString);
    }

    public NpgsqlDataSource Source { get; }

    public static async Task<FloorServer> StartAsync(CancellationToken cancellation)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"gt-floor-{Environment.ProcessId}");
        return new(await LocalServer.StartAsync(new(folder, null), cancellation), folder);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
