using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Sources;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace GuaranteeTracker.Api.Sources;

/// <summary>The routes of sources.</summary>
internal static class SourcesApi
{
    /// <summary>A text of 1 MiB, written with the longest escapes JSON has.</summary>
    private const int LargestBody = 8 * 1024 * 1024;

    public static void MapSources(this IEndpointRouteBuilder app)
    {
        var sources = app.MapGroup("/api/sources").WithTags("Sources");
        sources.MapPost("", RegisterAsync).Records<SourceView>("registerSource", "Register a source with its exact text", creates: true)
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .WithDescription("The text is kept with LF line ends and in NFC; in that form it is hashed, and evidence is counted in its Unicode code points.");
        sources.MapPost("/{id:guid}/withdrawal", WithdrawAsync).Records<SourceView>("withdrawSource", "Withdraw a source and all its claims, for good", policy: Access.Editing);
        sources.MapRead("/{id:guid}", GetAsync).Reads<SourceWithClaims>("getSource", "A source and the claims found in it");
        sources.MapRead("/{id:guid}/text", GetTextAsync).Reads<string>("getSourceText", "A source's exact text", Access.SourceText, "text/plain")
            .Produces<ProblemAnswer>(StatusCodes.Status410Gone, ProblemAnswer.MediaType);
    }

    private static Task<IResult> RegisterAsync(RegisterSource request, TimeProvider clock, RecordingEndpoint endpoint, HttpContext http, CancellationToken cancellation) =>
        endpoint.RunAsync(http, request, SourceRecordings.Of(request, clock.GetUtcNow().UtcDateTime), cancellation);

    private static Task<IResult> WithdrawAsync(Guid id, WithdrawSource request, RecordingEndpoint endpoint, HttpContext http, CancellationToken cancellation) =>
        endpoint.RunAsync(http, request, SourceRecordings.Of(id, request), cancellation);

    private static async Task<IResult> GetAsync(Guid id, IQuerySession session, ClaimsOnRecord claims, NpgsqlDataSource database, HttpContext http, CancellationToken cancellation)
    {
        if (await SourceView.FindAsync(session, id, cancellation) is not { } source)
        {
            return new ProblemResult(Problems.NotFound("source", id));
        }

        var found = from claim in await claims.OfSourceAsync(id, session, cancellation)
                    let content = claim.State.Content
                    let quote = content.Evidence.Quotes[0]
                    orderby quote.Start, claim.State.Id
                    select new SourceClaim(
                        claim.State.Id, content.Actor, content.Topic, content.Stance, quote.Exact, quote.Start, quote.End, claim.State.IsDisputed, claim.State.IsRetracted);
        var erased = await database.FindTakedownAsync(source.Sha256, cancellation);
        return ReadAnswer.VersionedWithMore(http, new SourceWithClaims(source, [.. found], erased), source.Version);
    }

    private static async Task<IResult> GetTextAsync(Guid id, IQuerySession session, NpgsqlDataSource database, HttpContext http, CancellationToken cancellation)
    {
        if (await session.FindSourceAsync(id, cancellation) is not { State.Registered: var source })
        {
            return new ProblemResult(Problems.NotFound("source", id));
        }

        if (await database.FindTextAsync(source.TextSha256, cancellation) is not { } text)
        {
            return new ProblemResult(TakenDown(await database.FindTakedownAsync(source.TextSha256, cancellation)));
        }

        return ReadAnswer.Text(http, text, new EntityTagHeaderValue($"\"{source.TextSha256}\""));
    }

    /// <param name="takedown">Null where it is not known when and why.</param>
    private static Problem TakenDown(Takedown? takedown) => new(410, "text-taken-down", takedown is null
        ? "The text of this source was taken down; its claims keep the words they quote."
        : $"The text of this source was taken down at {Iso.Instant(takedown.At)}; its claims keep the words they quote. Why: “{takedown.Reason}”.");
}
