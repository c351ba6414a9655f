using GuaranteeTracker.Api.Actors;
using GuaranteeTracker.Api.Claims;
using GuaranteeTracker.Api.Claims.Listing;
using GuaranteeTracker.Api.Discovery;
using GuaranteeTracker.Api.Encounters;
using GuaranteeTracker.Api.Ledger;
using GuaranteeTracker.Api.Mementos;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Networks;
using GuaranteeTracker.Api.Numbers;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Pages.Quotes;
using GuaranteeTracker.Api.Pictures;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Api.Sources;
using GuaranteeTracker.Api.Timelines;
using GuaranteeTracker.Api.Topics;
using Scalar.AspNetCore;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>The web application: a table of contents.</summary>
internal static class Web
{
    public static void AddWeb(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(15));
        services.AddExceptionHandler<ProblemHandling>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<RecordingEndpoint>();
        services.AddSingleton<Moments>();
        services.AddSingleton<SnapshotCache>();
        services.AddSingleton<MementoLinks>();
        services.AddSingleton<Snapshots>();
        services.AddSingleton<Lists>();
        services.AddSingleton<ActorList>();
        services.AddSingleton<TopicList>();
        services.AddSingleton<Walks>();
        services.AddSingleton<TimeGate>();
        services.AddSingleton<TimeMap>();
        services.AddSingleton<SitemapUrls>();
        services.AddCrossOrigin();
        services.AddSingleton<CheckpointWatch>();
        services.AddSingleton<EventLog>();
        services.AddSingleton<LiveEvents>();
        services.AddSingleton<LedgerCheckpoints>();
        services.AddSingleton<StoredTiles>();
        services.AddSingleton<LeafPlaces>();
        services.AddSingleton<ClaimProofs>();
        services.AddSingleton<Assets>();
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<PageAnswers>();
        services.AddSingleton<IProblemPages, ProblemPages>();
        services.AddSingleton<QuoteReader>();
        services.AddSingleton<TopicSides>();
        services.AddSingleton<TopicPageReader>();
        services.AddSingleton<ActorTopics>();
        services.AddSingleton<ActorPageReader>();
        services.AddSingleton<TimelinePageReader>();
        services.AddSingleton<ChangeLines>();
        services.AddSingleton<ComparePageReader>();
        services.AddSingleton<SourceShelf>();
        services.AddSingleton<SourceListReader>();
        services.AddSingleton<SourcePageReader>();
        services.AddSingleton<ClaimPageReader>();
        services.AddSingleton<ClaimLister>();
        services.AddSingleton<ClaimExports>();
        services.AddSingleton<ClaimFacets>();
        services.AddReadiness();
        services.AddDescription();
    }

    public static void UseGuaranteeTracker(this WebApplication app)
    {
        app.Use(Correlation.UseAsync);
        app.UseRequestLogs();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(ProblemHandling.ExplainStatusAsync);
        app.Use(CrossOrigin.UseAsync);
        app.Use(SafeHeaders.UseAsync);
        app.UseWhen(CrossOrigin.IsPreflightToRead, preflight => preflight.UseCors());
        app.Use(Limits.RefuseAsync);
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();

        Assets.Map(app);
        app.MapPicturePages();
        app.MapPictures();
        app.MapPictureImages();
        app.MapPositions();
        app.MapChanges();
        app.MapComparePage();
        app.MapPictureMementos();
        app.MapTimeline();
        app.MapTimelinePage();
        app.MapTimelineMementos();
        app.MapNetworks();
        app.MapNetworkPage();
        app.MapConvergence();
        app.MapPolarisation();
        app.MapClaims();
        app.MapClaimList();
        app.MapClaimFacets();
        app.MapClaimPages();
        app.MapSources();
        app.MapSourcePages();
        app.MapActors();
        app.MapActorImages();
        app.MapActorPages();
        app.MapTopics();
        app.MapTopicImages();
        app.MapTopicPages();
        app.MapEncounters();
        app.MapEvents();
        app.MapLog();
        app.MapProofs();
        app.MapImport();
        app.MapRobots();
        app.MapSitemap();
        app.MapOembed();
        app.MapProblemTypes();
        app.MapReadiness();
        app.MapOpenApi("/openapi/v1.json");
        app.MapScalarApiReference("/docs", options => options
            .WithTitle("GuaranteeTracker").DisableDefaultFonts().DisableAgent().DisableMcp().DisableTelemetry().HideDeveloperTools().HideClientButton()
            .AddHeadContent("<script>globalThis.__zod_globalConfig = { jitless: true }</script>")); // its script need not try whether it may eval: the policy says no
    }
}
