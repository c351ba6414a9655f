using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace GuaranteeTracker.Api.Moving;

/// <summary>The route that takes a whole record, line by line.</summary>
internal static class ImportApi
{
    public const string MediaType = "application/x-ndjson";

    private const string Strict = "strict";

    /// <summary>Pauses of input are borne for so long, and callers that send all before they read anything for so long.</summary>
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(1), _longestDeafness = TimeSpan.FromHours(1);

    public static void MapImport(this IEndpointRouteBuilder app) => app.MapPost("/api/import", ImportAsync).WithTags("Import")
        .Imports<ResultLine, LastLine>("importLines", "Record many things, a line for each", MediaType)
        .WithDescription(
            "Lines of NDJSON as an export has them: actors, topics, sources, claims, encounters and what changes them. A line may come before what it refers to, within 64 MiB. "
            + "The answer has a line for each, as soon as it is recorded or refused and not in their order, and a last line with result finished or stopped. Sent again, what is on record is repeated.")
        .WithMetadata(new DisableRequestSizeLimitAttribute())
        .Takes(new AddressParameter(Strict, "true: the first line that is refused or lost is the last.", "false"));

    private static async Task<IResult> ImportAsync(HttpContext http, ImportSlots slots, AnalystDirectory analysts, IServiceProvider services, CancellationToken cancellation)
    {
        if (Problems.First(KnownParameters.Refuse(http), RefuseKey(http), TryReadStrict(http, out var isStrict)) is { } problem)
        {
            return new ProblemResult(problem);
        }

        using var slot = slots.TryTake();
        if (slot is null)
        {
            return new ProblemResult(Problems.QueueFull);
        }

        BearWith(http);
        await using var admission = await Admission.OfAsync(http);
        var errand = new ImportErrand(await analysts.OfAsync(http.User, cancellation), Correlation.Of(http), http.User.RoleOf(), isStrict) { Over = admission.Over };
        http.Response.ContentType = MediaType;
        http.Response.Headers.CacheControl = "no-store";
        await ImportAnswer.WriteAsync(ActivatorUtilities.CreateInstance<Importer>(services, errand), http.Request.Body, http.Response.Body, cancellation);
        return Results.Empty;
    }

    private static Problem? RefuseKey(HttpContext http) => http.Request.Headers.ContainsKey(RecordingEndpoint.KeyHeader)
        ? new(400, "bad-header", "An import takes no Idempotency-Key, and needs none: sent again, each line is recorded once.")
        : null;

    private static Problem? TryReadStrict(HttpContext http, out bool isStrict)
    {
        var given = http.Request.Query[Strict];
        isStrict = given is ["true"];
        return given is [] or ["true"] or ["false"] ? null : Problems.BadParameter(Strict, "Send strict=true or strict=false, once.");
    }

    /// <summary>Reading and writing take turns here, and each may wait for the other.</summary>
    private static void BearWith(HttpContext http)
    {
        if (HttpProtocol.IsHttp11(http.Request.Protocol))
        {
            http.Features.GetRequiredFeature<IHttpMinRequestBodyDataRateFeature>().MinDataRate = new(bytesPerSecond: 1, _longestPause);
            http.Features.GetRequiredFeature<IHttpMinResponseDataRateFeature>().MinDataRate = new MinDataRate(bytesPerSecond: 240, _longestDeafness);
        }
    }
}
