using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Rebuilding;
using GuaranteeTracker.Api.Recording.Rows;
using GuaranteeTracker.Api.Recording.Signing;
using GuaranteeTracker.Domain.Sources;
using Marten;
using Marten.Exceptions;
using Npgsql;
using Weasel.Core.Migrations;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>Makes the schema, and refuses to start on one that differs, or without Unicode data.</summary>
internal sealed class SchemaSetup(IDocumentStore store, NpgsqlDataSource database) : IHostedService
{
    private const string
        OneAtATime = "select pg_advisory_lock(hashtext('guaranteetracker.schema'))", // nodes that start together make it once
        NextPlease = "select pg_advisory_unlock(hashtext('guaranteetracker.schema'))",
        BeginHorizon = $"insert into {Tables.Horizon} (id, at) values (1, clock_timestamp()) on conflict (id) do nothing";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!SourceText.NormalisesUnicode)
        {
            throw new StartException("This runtime has no Unicode data, so texts could not be normalised. Install ICU (Debian: apt-get install libicu72 or later) and leave DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset.");
        }

        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            await connection.ExecuteAsync(OneAtATime, cancellationToken);
            await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
            await store.Storage.Database.AssertDatabaseMatchesConfigurationAsync(cancellationToken);
            await connection.ExecuteAsync(BeginHorizon, cancellationToken);
            if (await connection.QueryAsync<bool>(ListingRows.AreMissing, cancellationToken))
            {
                await new Rebuild(database).RunAsync(_ => { }, cancellationToken); // once, after an upgrade: minutes for a million claims
            }

            await MissingTiles.CompleteAsync(connection, cancellationToken); // once, after an upgrade: seconds for a million events
            await connection.ExecuteAsync(NextPlease, cancellationToken);
        }
        catch (RebuildException e)
        {
            throw new StartException($"The rows that claims are found by have to be made first. {e.Message}", e);
        }
        catch (DatabaseValidationException e)
        {
            throw new StartException("The schema in the database is not the one this version makes. Use a version that fits, or a database of its own.", e);
        }
        catch (Exception e) when (e is NpgsqlException or MartenCommandException)
        {
            throw new StartException($"The database cannot be used: {(e.InnerException ?? e).Message} Check ConnectionStrings:GuaranteeTracker and what its user may do.", e);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
