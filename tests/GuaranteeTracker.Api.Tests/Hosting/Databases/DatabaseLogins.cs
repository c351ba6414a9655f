using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Hosting.Databases;

/// <summary>A migrated database of its own for each test, users of it, and services over it.</summary>
public abstract class DatabaseLogins : IAsyncLifetime
{
    private readonly List<string> _logins = [];

    /// <summary>Connection string of somebody who may do everything.</summary>
    protected string Owner { get; private set; } = "";

    protected static string[] Settings =>
    [
        "--urls=http://127.0.0.1:0", "--environment=Testing", "--Serilog:MinimumLevel:Default=Fatal", "--GuaranteeTracker:PublicUrl=https://tracker.example.org",
        $"--GuaranteeTracker:DataDirectory={Directory.CreateTempSubdirectory("gt-logins-").FullName}", $"--GuaranteeTracker:BootstrapKey={Tracker.AdminKey}", "--GuaranteeTracker:SeedOnStart=false", "--GuaranteeTracker:Daemon=Solo",
    ];

    public virtual async Task InitializeAsync() => Owner = await Tracker.CreateDatabaseAsync();

    public async Task DisposeAsync()
    {
        await PostgresServer.DropDatabaseAsync(Owner);
        Owner = await PostgresServer.ConnectionStringAsync();
        foreach (var login in _logins)
        {
            await RunAsync($"drop role {login}");
        }
    }

    protected async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Owner + ";Pooling=false");
        await connection.OpenAsync();
        await connection.ExecuteAsync(sql, default);
    }

    protected async Task<T> QueryAsync<T>(string sql, string? connectionString = null)
    {
        await using var connection = new NpgsqlConnection((connectionString ?? Owner) + ";Pooling=false");
        await connection.OpenAsync();
        return await connection.QueryAsync<T>(sql, default);
    }

    /// <summary>A role that is removed afterwards.</summary>
    /// <param name="as">How it is made.</param>
    protected async Task<string> RoleAsync(string @as)
    {
        var name = $"gt_{Guid.NewGuid():N}";
        await RunAsync($"create role {name} {@as}");
        _logins.Add(name);
        return name;
    }

    /// <summary>A user who may do what the running role may.</summary>
    protected Task<string> MemberAsync() => RoleAsync($"login password 'test' in role {Api.Hosting.Databases.DatabaseRoles.Service}");

    protected string StringOf(string login) => new NpgsqlConnectionStringBuilder(Owner) { Username = login, Password = "test" }.ConnectionString;

    private protected static async Task<Server> StartAsync(string connectionString, params string[] settings)
    {
        var server = await Server.BuildAsync([.. Settings, $"--ConnectionStrings:GuaranteeTracker={connectionString}", .. settings], default);
        try
        {
            await server.App.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The sentence with which a service refuses to start.</summary>
    protected static async Task<string> RefuseAsync(string connectionString, params string[] settings) =>
        (await FluentActions.Awaiting(() => StartAsync(connectionString, settings)).Should().ThrowAsync<StartException>()).Which.Message;

    private protected static async Task<string> ReadyAsync(Server server)
    {
        using var http = new HttpClient { BaseAddress = new Uri(server.App.Urls.First()) };
        using var response = await http.GetAsync("/health/ready");
        return await response.Content.ReadAsStringAsync();
    }
}
