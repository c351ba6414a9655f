using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using JasperFx.Events.Daemon;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>The store that the service would use under the same settings, with its schema.</summary>
internal sealed class StoreOf : IAsyncDisposable
{
    private readonly Database _database;
    private readonly ServiceProvider _services;

    private StoreOf(Database database, ServiceProvider services) => (_database, _services) = (database, services);

    public NpgsqlDataSource Source => _database.Source;

    public DocumentStore Marten => (DocumentStore)_services.GetRequiredService<IDocumentStore>();

    /// <param name="place">Where it is.</param>
    /// <exception cref="StartException">It is not to be had; the message says why.</exception>
    public static async Task<StoreOf> OpenAsync(Place place, CancellationToken cancellation)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var configuration = new ConfigurationBuilder().AddCommandLine([.. place.Settings]).Build();
        var settings = Settings.Read(configuration);
        var database = await Database.OpenAsync(configuration, settings, cancellation);
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration);
        services.AddGuaranteeTracker(settings, database, DaemonMode.Disabled);
        var store = new StoreOf(database, services.BuildServiceProvider());
        foreach (var setup in store._services.GetServices<IHostedService>().OfType<SchemaSetup>())
        {
            await setup.StartAsync(cancellation);
        }

        return store;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
