using Npgsql;

namespace GuaranteeTracker.Api.Hosting.LocalPostgres;

/// <summary>A share in a real PostgreSQL on this machine, which the first user starts and the last one out stops.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);

    private readonly ClusterServer _server;
    private readonly ClusterFolder _folder;
    private FileStream? _share;

    private LocalServer(ClusterServer server, ClusterFolder folder, FileStream share, string connectionString) =>
        (_server, _folder, _share, ConnectionString) = (server, folder, share, connectionString);

    /// <summary>Names the maintenance database <c>postgres</c>; <see cref="EnsureDatabaseAsync"/> gives the application's.</summary>
    public string ConnectionString { get; }

    /// <exception cref="LocalPostgresException">The message says what to install, set or repair.</exception>
    public static async Task<LocalServer> StartAsync(LocalPostgresOptions options, CancellationToken ct)
    {
        var user = await UnprivilegedUser.WhereNeededAsync(ct);
        var programs = await PostgresPrograms.FindAsync(options.ProgramsDirectory, user, ct);
        var folder = await DataFolder.PrepareAsync(options.DataDirectory, programs, ct);
        await using var starting = await FileLock.ExclusiveAsync(folder.StartLock, StartPatience, ct);
        var share = FileLock.Shared(folder.UsersLock);
        try
        {
            await Cluster.EnsureAsync(folder, programs, ct);
            var server = new ClusterServer(programs, folder, options.ServerSettings);
            return new LocalServer(server, folder, share, await server.AttachOrBootAsync(ct));
        }
        catch
        {
            await share.DisposeAsync();
            throw;
        }
    }

    /// <returns>The connection string of the database, which has been created if it was absent.</returns>
    public async Task<string> EnsureDatabaseAsync(string name, CancellationToken ct)
    {
        var database = new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var look = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = name } } };
        if (await look.ExecuteScalarAsync(ct) is not null)
        {
            return database;
        }

        using var quoting = new NpgsqlCommandBuilder();
        await using var create = new NpgsqlCommand($"create database {quoting.QuoteIdentifier(name)}", connection);
        try
        {
            await create.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException made) when (made.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            return database; // by another user of the server, a moment ago
        }

        return database;
    }

    /// <summary>Gives the share back. The last one stops the server, which ends connections that are still open.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _share, null) is not { } share)
        {
            return;
        }

        await using var stopping = await FileLock.ExclusiveAsync(_folder.StartLock, StartPatience, CancellationToken.None);
        await share.DisposeAsync();
        await using var alone = FileLock.TryExclusive(_folder.UsersLock);
        if (alone is not null)
        {
            await _server.StopAsync(CancellationToken.None);
        }
    }
}
