using System.Net.Http.Headers;
using GuaranteeTracker.Api.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>
/// The service over a database of its own, served over real HTTP. One for each test class: <c>IClassFixture&lt;Tracker&gt;</c>;
/// a class that needs other settings derives from it.
/// </summary>
public class Tracker : IAsyncLifetime
{
    /// <summary>The admin key of every tracker under test.</summary>
    public const string AdminKey = "test-admin-key-0123456789";

    private static readonly Lazy<Task<string>> _template = new(MakeTemplateAsync);

    private Server? _server;

    /// <summary>Anybody.</summary>
    public HttpClient Public { get; private set; } = null!;

    /// <summary>Somebody who may do everything.</summary>
    public HttpClient Admin { get; private set; } = null!;

    public string ConnectionString { get; private set; } = null!;

    /// <summary>With the key that signs checkpoints, and the last note. It outlives a restart.</summary>
    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("gt-tracker-").FullName;

    public IServiceProvider Services => _server!.App.Services;

    /// <summary>More settings, as on the command line.</summary>
    protected virtual IEnumerable<string> Settings => [];

    public async Task InitializeAsync()
    {
        ConnectionString = await PostgresServer.CreateDatabaseAsync(await _template.Value);
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        await PostgresServer.DropDatabaseAsync(ConnectionString);
        Directory.Delete(DataDirectory, recursive: true);
    }

    /// <summary>Stops the service and starts it again over the same database.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Sets the database back to how it is now, as from a backup, after something else has happened.</summary>
    public async Task SetBackAsync(Func<Task> meanwhile)
    {
        await StopAsync();
        var backup = await PostgresServer.CreateDatabaseAsync(new NpgsqlConnectionStringBuilder(ConnectionString).Database);
        await StartAsync();
        await meanwhile();
        await StopAsync();
        await PostgresServer.DropDatabaseAsync(ConnectionString);
        ConnectionString = backup;
        await StartAsync();
    }

    /// <summary>A caller with the given key, or without any.</summary>
    public HttpClient Client(string? key)
    {
        var client = new HttpClient { BaseAddress = new Uri(_server!.App.Urls.First()) };
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>One value out of the database, for what HTTP does not show.</summary>
    public async Task<T> QueryAsync<T>(string sql)
    {
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private async Task StartAsync()
    {
        _server = await StartServerAsync(ConnectionString, [$"--GuaranteeTracker:DataDirectory={DataDirectory}", .. Settings]);
        Public = Client(null);
        Admin = Client(AdminKey);
    }

    private async Task StopAsync()
    {
        Public.Dispose();
        Admin.Dispose();
        await _server!.App.StopAsync();
        await _server.DisposeAsync();
    }

    private static async Task<Server> StartServerAsync(string connectionString, IEnumerable<string> settings)
    {
        var server = await Server.BuildAsync(
            [
                "--urls=http://127.0.0.1:0",
                "--environment=Testing",
                "--Serilog:MinimumLevel:Default=Fatal",
                $"--ConnectionStrings:GuaranteeTracker={connectionString}",
                $"--GuaranteeTracker:BootstrapKey={AdminKey}",
                "--GuaranteeTracker:PublicUrl=https://tracker.example.org",
                "--GuaranteeTracker:Daemon=Solo",
                .. settings,
            ],
            CancellationToken.None);
        await server.App.StartAsync();
        return server;
    }

    /// <summary>A database with the schema and nothing else, which every other one is copied from.</summary>
    private static async Task<string> MakeTemplateAsync()
    {
        var template = await PostgresServer.CreateDatabaseAsync(null);
        var data = Directory.CreateTempSubdirectory("gt-template-");
        await using (var server = await StartServerAsync(template, ["--GuaranteeTracker:Daemon=Disabled", $"--GuaranteeTracker:DataDirectory={data.FullName}"]))
        {
            await server.App.StopAsync();
        }

        data.Delete(recursive: true);

        return new NpgsqlConnectionStringBuilder(template).Database!;
    }
}
