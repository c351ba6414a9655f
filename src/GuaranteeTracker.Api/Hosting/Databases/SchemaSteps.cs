using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Rebuilding;
using GuaranteeTracker.Api.Recording.Rows;
using GuaranteeTracker.Api.Recording.Signing;
using JasperFx;
using Weasel.Core;

namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>The steps that make tables, and rows in them.</summary>
internal static class SchemaSteps
{
    private const string
        BeginHorizon = $"insert into {Tables.Horizon} (id, at) values (1, clock_timestamp()) on conflict (id) do nothing",
        HasHorizon = $"select exists (select from {Tables.Horizon} where id = 1)";

    /// <exception cref="Weasel.Core.Migrations.DatabaseValidationException">What is there cannot be made into what is configured.</exception>
    public static async Task MakeTablesAsync(MigrationContext context, CancellationToken cancellation)
    {
        if ((await context.Store.Storage.Database.CreateMigrationAsync(cancellation)).Difference != SchemaPatchDifference.None)
        {
            await context.Store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
            context.Did($"tables and functions of the schema {EventStore.Schema}");
        }

        await context.Store.Storage.Database.AssertDatabaseMatchesConfigurationAsync(cancellation);
    }

    public static async Task BeginHorizonAsync(MigrationContext context, CancellationToken cancellation)
    {
        if (!await context.Connection.QueryAsync<bool>(HasHorizon, cancellation))
        {
            await context.ChangeAsync(BeginHorizon, cancellation);
        }
    }

    /// <summary>Once, after an upgrade: minutes for a million claims.</summary>
    /// <exception cref="RebuildException">Another rebuild runs.</exception>
    public static async Task MakeListingAsync(MigrationContext context, CancellationToken cancellation)
    {
        if (await context.Connection.QueryAsync<bool>(ListingRows.AreMissing, cancellation))
        {
            await new Rebuild(context.Source).RunAsync(_ => { }, cancellation);
            context.Did("the rows that claims are found by");
        }
    }

    /// <summary>Once, after an upgrade: seconds for a million events.</summary>
    public static async Task MakeTilesAsync(MigrationContext context, CancellationToken cancellation)
    {
        if (await MissingTiles.CompleteAsync(context.Connection, cancellation))
        {
            context.Did("the ledger's tiles");
        }
    }
}
