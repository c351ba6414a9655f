using GuaranteeTracker.Api.Hosting.Databases;
using GuaranteeTracker.Api.Hosting.LocalPostgres;
using Npgsql;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>The PostgreSQL that this process uses: the configured one, else a local one that it starts, or shares.</summary>
internal sealed class Database : IAsyncDisposable
{
    public const string Name = "guaranteetracker";

    private readonly LocalServer? _local;

    private readonly UnsafeDatabase _allowed;

    internal Database(string connectionString, string dataDirectory, LocalServer? local, UnsafeDatabase allowed)
    {
        (ConnectionString, DataDirectory, _local, _allowed) = (connectionString, dataDirectory, local, allowed);
        Source = NpgsqlDataSource.Create(ConnectionString);
    }

    public NpgsqlDataSource Source { get; }

    /// <summary>With its password, which <see cref="Source"/> does not give away again.</summary>
    public string ConnectionString { get; }

    /// <summary>Where the local PostgreSQL, the development key and the ledger's key live.</summary>
    public string DataDirectory { get; }

    /// <summary>Connections are those of the role that owns the schema, for a command that needs it.</summary>
    public bool IsOwner { get; init; }

    /// <summary>Whom the service will connect as, where that is known; else, and where the connections are those already, null.</summary>
    public string? RunningAs { get; init; }

    /// <summary>The user could do more, and works as the running role instead.</summary>
    public bool HasSteppedDown { get; init; }

    /// <summary>Ready to run on: where it is this process's own, or in Development, migrated first.</summary>
    /// <exception cref="StartException">There is no database to be had.</exception>
    public static Task<Database> OpenAsync(IConfiguration configuration, Settings settings, CancellationToken cancellation) =>
        new DatabaseOpening(configuration, settings).OpenAsync(cancellation);

    /// <summary>For a command that works as the role that owns the schema.</summary>
    /// <exception cref="StartException">There is no database to be had.</exception>
    public static Task<Database> OpenAsOwnerAsync(IConfiguration configuration, Settings settings, CancellationToken cancellation) =>
        new DatabaseOpening(configuration, settings).OpenAsOwnerAsync(cancellation);

    /// <summary>As it is, for a command that only looks: nothing is migrated first.</summary>
    /// <exception cref="StartException">There is no database to be had.</exception>
    public static Task<Database> OpenToLookAsync(IConfiguration configuration, Settings settings, CancellationToken cancellation) =>
        new DatabaseOpening(configuration, settings).OpenToLookAsync(cancellation);

    /// <summary>Whether that is no reason to refuse.</summary>
    public bool Allows(Finding finding) => finding.Kind != UnsafeDatabase.None && _allowed.HasFlag(finding.Kind);

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
