using System.Globalization;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Recording.Signing;
using GuaranteeTracker.Api.Replaying;
using JasperFx.Events.Daemon;
using Serilog;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>The service as one process runs it: its database, and the web application over it.</summary>
internal sealed class Server : IAsyncDisposable
{
    public const string DefaultUrl = "http://localhost:5080";

    private readonly Database _database;

    private Server(WebApplication app, Database database) => (App, _database) = (app, database);

    public WebApplication App { get; }

    /// <param name="args">Settings, as on the command line.</param>
    /// <exception cref="StartException">The settings cannot work; the message says what to change.</exception>
    public static async Task<Server> BuildAsync(string[] args, CancellationToken cancellation)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var builder = WebApplication.CreateBuilder(args);
        var addresses = Addresses.Configure(builder);
        var settings = Settings.Read(builder.Configuration);
        var isHome = builder.Environment.IsDevelopment() && addresses.AreLoopback;
        if (settings.PublicUrl is null && !builder.Environment.IsDevelopment())
        {
            throw new StartException("Set GuaranteeTracker:PublicUrl to the address under which callers reach this service, such as https://tracker.example.org.");
        }

        builder.Host.UseSerilog(Logs.Configure, preserveStaticLogger: true);
        builder.WebHost.ConfigureKestrel(Limits.Configure);
        var database = await Database.OpenAsync(builder.Configuration, settings, cancellation);
        try
        {
            var keys = await Keys.CollectAsync(settings, database, isHome, cancellation);
            builder.Services.AddGuaranteeTracker(settings, database, settings.Daemon);
            builder.Services.AddSingleton(keys);
            builder.Services.AddSigning(await LedgerKeys.OpenAsync(settings, database.DataDirectory, cancellation), database.DataDirectory, isLeader: settings.Daemon != DaemonMode.Disabled);
            builder.Services.AddAccess(settings, settings.PublicSourceText ?? (settings.PublicReading && builder.Environment.IsDevelopment()));
            builder.Services.AddWeb();
            builder.Services.AddSeedingOnStart(settings.SeedOnStart ?? isHome);
            var app = builder.Build();
            app.UseGuaranteeTracker();
            return new Server(app, database);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _database.DisposeAsync();
    }
}
