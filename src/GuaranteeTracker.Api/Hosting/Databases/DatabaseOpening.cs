using GuaranteeTracker.Api.Hosting.LocalPostgres;
using Npgsql;

namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>Decides as whom to connect, and migrates where nobody else would.</summary>
internal sealed class DatabaseOpening(IConfiguration configuration, Settings settings)
{
    public const string Running = "GuaranteeTracker", Owner = "GuaranteeTrackerOwner";

    private const string MayMigrate =
        $"""
        select rolsuper or coalesce(
          (select pg_has_role(nspowner, 'member') from pg_namespace where nspname = '{EventStore.Schema}'), has_database_privilege(current_database(), 'create'))
        from pg_roles where rolname = session_user
        """;

    private readonly string _folder = DataFolder.Locate(settings.DataDirectory);

    /// <summary>The environment's name, wherever ASP.NET Core takes it from.</summary>
    private bool IsDevelopment => (configuration["environment"] ?? configuration["ASPNETCORE_ENVIRONMENT"] ?? configuration["DOTNET_ENVIRONMENT"]) == Environments.Development;

    /// <summary>In Development who can do more is warned about, not refused.</summary>
    private UnsafeDatabase Allowed => settings.AllowUnsafeDatabase | (IsDevelopment ? UnsafeDatabase.Privileges : UnsafeDatabase.None);

    public async Task<Database> OpenAsync(CancellationToken cancellation)
    {
        var (running, owner) = (await ReadAsync(Running, cancellation), IsDevelopment ? await ReadAsync(Owner, cancellation) : null);
        if (running is null && configuration.GetConnectionString(Owner) is { Length: > 0 } && !IsDevelopment)
        {
            throw new StartException($"ConnectionStrings:{Owner} is for `migrate` and `rebuild`. Set ConnectionStrings:{Running} as well, to connect as {DatabaseRoles.Service}.");
        }

        if ((running ?? owner) is not { } configured)
        {
            return await OpenLocalAsync(RunLocallyAsync, cancellation);
        }

        if (owner is not null)
        {
            await Migration.RunAsync(owner, running, cancellation);
        }
        else if (IsDevelopment && await MayMigrateAsync(configured, cancellation))
        {
            await Migration.RunAsync(configured, null, cancellation);
        }
        else
        {
            return new(configured, _folder, null, Allowed);
        }

        return running is not null && owner is not null ? new(running, _folder, null, Allowed)
            : await Connections.StepDownAsync(configured, cancellation) is { } lower ? new(lower, _folder, null, Allowed) { HasSteppedDown = true }
            : new(configured, _folder, null, Allowed);
    }

    public async Task<Database> OpenAsOwnerAsync(CancellationToken cancellation)
    {
        var (running, owner) = (await ReadAsync(Running, cancellation), await ReadAsync(Owner, cancellation));
        return (owner ?? running) is { } configured
            ? new(configured, _folder, null, Allowed) { IsOwner = true, RunningAs = owner is null ? null : running }
            : await OpenLocalAsync((local, own, _) => Task.FromResult(new Database(own, _folder, local, Allowed) { IsOwner = true, RunningAs = LowerThan(own) }), cancellation);
    }

    /// <summary>Nothing is migrated, and nothing can be written.</summary>
    public async Task<Database> OpenToLookAsync(CancellationToken cancellation) =>
        (await ReadAsync(Running, cancellation) ?? await ReadAsync(Owner, cancellation)) is { } configured
            ? new(ReadOnly(configured), _folder, null, Allowed)
            : await OpenLocalAsync((local, own, _) => Task.FromResult(new Database(ReadOnly(own), _folder, local, Allowed)), cancellation);

    private static string ReadOnly(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.Options = $"{builder.Options} -c default_transaction_read_only=on".Trim();
        return builder.ConnectionString;
    }

    /// <summary>Nobody but this user can connect to it at all, so the running role needs no password.</summary>
    private static string LowerThan(string owner) => new NpgsqlConnectionStringBuilder(owner) { Username = DatabaseRoles.Service }.ConnectionString;

    private async Task<Database> RunLocallyAsync(LocalServer local, string owner, CancellationToken cancellation)
    {
        var running = LowerThan(owner);
        await Migration.RunAsync(owner, running, cancellation);
        return new(running, _folder, local, Allowed);
    }

    private async Task<Database> OpenLocalAsync(Func<LocalServer, string, CancellationToken, Task<Database>> open, CancellationToken cancellation)
    {
        try
        {
            var local = await LocalServer.StartAsync(new(settings.DataDirectory, settings.PostgresPrograms), cancellation);
            try
            {
                return await open(local, await Connections.HardenAsync(await local.EnsureDatabaseAsync(Database.Name, cancellation), cancellation), cancellation);
            }
            catch
            {
                await local.DisposeAsync();
                throw;
            }
        }
        catch (LocalPostgresException e)
        {
            throw new StartException(e.Message, e);
        }
    }

    private async Task<string?> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return configuration.GetConnectionString(name) is { Length: > 0 } configured ? await Connections.HardenAsync(configured, cancellation) : null;
        }
        catch (ArgumentException e)
        {
            throw new StartException($"ConnectionStrings:{name} is not a connection string for PostgreSQL: Host=…;Database=…;Username=…;Password=…", e);
        }
    }

    private static async Task<bool> MayMigrateAsync(string configured, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(configured) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancellation);
            return await Recording.Sql.QueryAsync<bool>(connection, MayMigrate, cancellation);
        }
        catch (NpgsqlException e)
        {
            throw new StartException($"The database cannot be used: {(e.InnerException ?? e).Message} Check ConnectionStrings:{Running}.", e);
        }
    }
}
