using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Rebuilding;
using JasperFx;
using JasperFx.Events.Daemon;
using Marten;
using Marten.Exceptions;
using Npgsql;
using Weasel.Core.Migrations;

namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>Makes the database what this version needs, as the role that owns the schema. A second time it changes nothing.</summary>
internal static class Migration
{
    private const string OneAtATime = "select pg_advisory_lock(hashtext('guaranteetracker.schema'))"; // until the connection ends

    /// <summary>In this order. Each looks whether there is anything to do.</summary>
    private static readonly Func<MigrationContext, CancellationToken, Task>[] _steps =
    [
        SchemaSteps.MakeTablesAsync,
        Guards.PutAsync,
        Bounds.PutAsync,
        SchemaSteps.BeginHorizonAsync,
        SchemaSteps.MakeListingAsync,
        SchemaSteps.MakeTilesAsync,
        RoleSetup.MakeAsync,
        RunningLogin.MakeAsync,
        GrantedRights.PutRightAsync, // last: it covers whatever was made
    ];

    /// <param name="owner">Connection string of the role that owns the schema, or may make it.</param>
    /// <param name="running">The one that the service will run with, so that it is let in; null: not known.</param>
    /// <exception cref="StartException">It cannot be done; the message says why.</exception>
    public static async Task<MigrationReport> RunAsync(string owner, string? running, CancellationToken cancellation)
    {
        try
        {
            var unpooled = new NpgsqlConnectionStringBuilder(owner) { Pooling = false, SearchPath = Connections.SearchPath }.ConnectionString; // nothing of the owner's stays open
            await using var source = NpgsqlDataSource.Create(unpooled);
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await using var store = DocumentStore.For(options => EventStore.Configure(options, unpooled, DaemonMode.Disabled, AutoCreate.CreateOrUpdate));
            var context = new MigrationContext(connection, source, store, running is null ? null : new(running));
            await connection.ExecuteAsync(OneAtATime, cancellation);
            foreach (var step in _steps)
            {
                await step(context, cancellation);
            }

            return new(context.Changed, context.ForAdministrator);
        }
        catch (RebuildException e)
        {
            throw new StartException($"The rows that claims are found by have to be made first. {e.Message}", e);
        }
        catch (DatabaseValidationException e)
        {
            throw new StartException("The schema in the database cannot be made into the one of this version. Use a version that fits, or a database of its own.", e);
        }
        catch (Exception e) when (e is NpgsqlException or MartenCommandException)
        {
            throw new StartException($"The database cannot be migrated: {(e.InnerException ?? e).Message} Check ConnectionStrings:GuaranteeTrackerOwner and what its user may do.", e);
        }
    }
}

/// <param name="Changed">What was changed: statements, or words. Empty: all was as it should be.</param>
/// <param name="Administrator">Statements that are left to somebody who may do more; afterwards it has to run again.</param>
internal sealed record MigrationReport(IReadOnlyList<string> Changed, IReadOnlyList<string> Administrator);
