using System.Globalization;
using GuaranteeTracker.Api.Erasing;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Databases;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Replaying;
using JasperFx.Events.Daemon;
using Marten;
using Npgsql;

namespace GuaranteeTracker.Api.Commands;

/// <summary>This installation's own store, for a command that does not serve.</summary>
internal sealed class LocalStore : IAsyncDisposable
{
    private readonly Database _database;
    private readonly ServiceProvider _services;

    private LocalStore(Database database, ServiceProvider services) => (_database, _services) = (database, services);

    public NpgsqlDataSource Source => _database.Source;

    public DocumentStore Marten => (DocumentStore)_services.GetRequiredService<IDocumentStore>();

    public LocalRecord Record => _services.GetRequiredService<LocalRecord>();

    public Settings Settings => _services.GetRequiredService<Settings>();

    public Eraser Eraser => _services.GetRequiredService<Eraser>();

    public AnalystDirectory Analysts => _services.GetRequiredService<AnalystDirectory>();

    public KeyStore Keys => _services.GetRequiredService<KeyStore>();

    public RecordReader Reader => _services.GetRequiredService<RecordReader>();

    public Importer ImporterFor(ImportErrand errand) => ActivatorUtilities.CreateInstance<Importer>(_services, errand);

    /// <param name="settings">Settings, as on the command line.</param>
    /// <exception cref="StartException">The settings cannot work; the message says what to change.</exception>
    public static Task<LocalStore> OpenAsync(string[] settings, CancellationToken cancellation) => OpenAsync(settings, Database.OpenAsync, cancellation);

    /// <summary>The same as the role that owns the schema, which it migrates first.</summary>
    /// <param name="settings">Settings, as on the command line.</param>
    /// <exception cref="StartException">The settings cannot work; the message says what to change.</exception>
    public static Task<LocalStore> OpenAsOwnerAsync(string[] settings, CancellationToken cancellation) => OpenAsync(
        settings,
        async (configuration, chosen, stop) =>
        {
            var database = await Database.OpenAsOwnerAsync(configuration, chosen, stop);
            try
            {
                await Migration.RunAsync(database.ConnectionString, database.RunningAs, stop);
                return database;
            }
            catch
            {
                await database.DisposeAsync();
                throw;
            }
        },
        cancellation);

    private static async Task<LocalStore> OpenAsync(
        string[] settings, Func<IConfiguration, Settings, CancellationToken, Task<Database>> open, CancellationToken cancellation)
    {
        var (configuration, chosen) = Configure(settings);
        var database = await open(configuration, chosen, cancellation);
        var services = new ServiceCollection().AddLogging().AddSingleton(configuration);
        services.AddGuaranteeTracker(chosen, database, DaemonMode.Disabled);
        var store = new LocalStore(database, services.BuildServiceProvider());
        foreach (var setup in store._services.GetServices<IHostedService>().OfType<SchemaSetup>())
        {
            await setup.StartAsync(cancellation);
        }

        return store;
    }

    /// <param name="settings">Settings, as on the command line.</param>
    /// <exception cref="StartException">The settings cannot work; the message says what to change.</exception>
    public static (IConfiguration Configuration, Settings Settings) Configure(string[] settings)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables().AddCommandLine(settings).Build();
        return (configuration, Settings.Read(configuration));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
