using GuaranteeTracker.Api.Erasing;
using GuaranteeTracker.Api.Hosting.Databases;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Pictures;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Api.Recording.Saving;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Api.Timelines;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>What every command needs: the event store, the recorder over it, and the reading of what is known.</summary>
internal static class Services
{
    public static void AddGuaranteeTracker(this IServiceCollection services, Settings settings, Database database, DaemonMode daemon)
    {
        services.AddSingleton(settings);
        services.AddSingleton(database);
        services.AddSingleton(database.Source);
        services.AddSingleton<Inspection>();
        services.AddSingleton(TimeProvider.System);
        services.AddHostedService<SchemaSetup>(); // before the daemon, which needs the tables
        var marten = services.AddMarten(store => EventStore.Configure(store, database.ConnectionString, daemon));
        if (daemon != DaemonMode.Disabled)
        {
            marten.AddAsyncDaemon(daemon);
            marten.AddSubscriptionWithServices<CheckpointSubscription>(ServiceLifetime.Singleton, options =>
            {
                options.Name = CheckpointSubscription.Shard;
                options.IncludeType<Archived>(); // nothing is: it reads events itself, and Marten's reading them for it would double the work
            });
        }

        services.AddSingleton<CheckpointReader>();
        services.AddSingleton<CheckpointLag>();
        services.AddSingleton<Horizon>();
        services.AddSingleton<RecordRows>();
        services.AddSingleton<TimelineShelf>();
        services.AddSingleton<RecordKeeper>();
        services.AddSingleton<RecordReader>();
        services.AddSingleton<Contents>();
        services.AddSingleton<Recordings>();
        services.AddSingleton<PlacedActors>();
        services.AddSingleton<ClaimsOnRecord>();
        services.AddSingleton<ClaimCounts>();
        services.AddSingleton<PictureReader>();
        services.AddSingleton<ChangesReader>();
        services.AddSingleton<PictureSheets>();
        services.AddSingleton<TimelineReader>();
        services.AddSingleton<TimelineExporter>();
        services.AddSingleton<SourceHeads>();
        services.AddSingleton<AnalystDirectory>();
        services.AddSingleton<Eraser>();
        services.AddSingleton<KeyStore>();
        services.AddSingleton<KnownThings>();
        services.AddSingleton<GroundsReader>();
        services.AddSingleton<Drafter>();
        services.AddSingleton<ITransaction, Transaction>();
        services.AddSingleton<Saver>();
        services.AddSingleton<QuoteFinder>();
        services.AddSingleton<SaveQueue>();
        services.AddSingleton<Recorder>();
        services.AddSingleton<BulkAppends>();
        services.AddSingleton<ImportTransaction>();
        services.AddSingleton<ImportPace>();
        services.AddSingleton<ImportSlots>();
        services.AddSingleton(Errand.Replay);
        services.AddSingleton<LocalRecord>();
    }
}
