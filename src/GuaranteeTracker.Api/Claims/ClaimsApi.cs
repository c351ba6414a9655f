using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Ledger;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Claims;
using Marten;
using Microsoft.AspNetCore.Mvc;

namespace GuaranteeTracker.Api.Claims;

/// <summary>The routes of claims.</summary>
internal static class ClaimsApi
{
    public static void MapClaims(this IEndpointRouteBuilder app)
    {
        var claims = app.MapGroup("/api/claims").WithTags("Claims");
        claims.MapPost("", RecordAsync).Records<ClaimView>("recordClaim", "Record a claim", creates: true)
            .WithDescription("Every quote must be found, exactly and once, in the source's text; otherwise nothing is recorded and the nearest passage is named.");
        app.MapPost("/api/claims:batch", RecordBatchAsync).WithTags("Claims").Records<ClaimBatchView>("recordClaims", "Record up to 1,000 claims, all or none", creates: true)
            .WithMetadata(new RequestSizeLimitAttribute(ClaimBatch.LargestBody))
            .WithDescription("One transaction. Where any claim cannot be recorded none is, and the answer names every fault of every claim. 201 where anything is new, else 200.");
        claims.MapPost("/{id:guid}/correction", CorrectAsync).Records<ClaimView>("correctClaim", "Correct a claim");
        claims.MapPost("/{id:guid}/retraction", RetractAsync).Records<ClaimView>("retractClaim", "Retract a claim, for good");
        claims.MapPost("/{id:guid}/dispute", DisputeAsync).Records<ClaimView>("disputeClaim", "Dispute a claim");
        claims.MapPost("/{id:guid}/dispute/resolution", ResolveAsync).Records<ClaimView>("resolveDispute", "Resolve a dispute", policy: Access.Editing);
        claims.MapRead("/{id:guid}", GetAsync).Reads<ClaimView>("getClaim", "A claim, as it is now", Access.Reading, [.. ClaimForms.Formats.Select(form => form.Type)])
            .WithDescription("As linked data too: in the words of schema.org, and as a W3C Web Annotation, which is application/ld+json with its profile. The schema is that of format=json.")
            .Takes(AddressParameter.Format("json, jsonld or annotation"));
        claims.MapRead("/{id:guid}/proof", ProveAsync).Reads<ClaimProof>("proveClaim", "That all that happened to a claim and its source is in the ledger, with what it takes to verify that offline")
            .WithDescription("Up to the last checkpoint. What the leaves hold is for readers: it names who recorded.");
        claims.MapRead("/{id:guid}/history", GetHistoryAsync).Reads<ClaimHistoryView>("getClaimHistory", "Everything that happened to a claim: when, why, and for readers who");
    }

    private static Task<IResult> RecordAsync(RecordClaim request, RecordingEndpoint endpoint, HttpContext http, CancellationToken cancellation) =>
        endpoint.RunAsync(http, request, ClaimRecordings.Of(request), cancellation);

    private static async Task<IResult> RecordBatchAsync(ClaimBatch batch, RecordingEndpoint endpoint, HttpContext http, CancellationToken cancellation) =>
        batch.TryRead(out var requests) is { } problem
            ? new ProblemResult(problem)
            : await endpoint.RunAsync(http, batch, requests, ClaimBatch.At, shown => new ClaimBatchView(shown.Recorded, shown.Repeated, [.. shown.Resources.Cast<ClaimView>()]), cancellation);

    private static Task<IResult> CorrectAsync(Guid id, CorrectClaim request, RecordingEndpoint endpoint, HttpContext http, CancellationToken cancellation) =>
        endpoint.RunAsync(http, request, ClaimRecordings.Of(id, request), cancellation);

    private static Task<IResult> RetractAsync(Guid id, RetractClaim request, RecordingEndpoint endpoint, HttpContext http, CancellationToken cancellation) =>
        endpoint.RunAsync(http, request, ClaimRecordings.Of(id, request), cancellation);

    private static Task<IResult> DisputeAsync(Guid id, DisputeClaim request, RecordingEndpoint endpoint, HttpContext http, CancellationToken cancellation) =>
        endpoint.RunAsync(http, request, ClaimRecordings.Of(id, request), cancellation);

    private static Task<IResult> ResolveAsync(Guid id, ResolveDispute request, RecordingEndpoint endpoint, HttpContext http, CancellationToken cancellation) =>
        endpoint.RunAsync(http, request, ClaimRecordings.Of(id, request), cancellation);

    private static async Task<IResult> GetAsync(
        Guid id, IQuerySession session, RecordReader reader, PublicAddress address, HttpContext http, CancellationToken cancellation)
    {
        if (Formats.TryChoose(http.Request, out var format, ClaimForms.Formats) is { } unacceptable)
        {
            return new ProblemResult(unacceptable);
        }

        if (await session.FindClaimAsync(id, cancellation) is not { } claim)
        {
            return new ProblemResult(Problems.NotFound("claim", id));
        }

        var source = (await session.FindSourceAsync(claim.State.Content.Evidence.Source, cancellation))!.State;
        var links = ClaimForms.LinksBeside(id, format, address);
        if (format != Format.Json)
        {
            var linked = new LinkedClaim(claim, source, await reader.ReadAsync(cancellation), address); // after the claim, so that it has every name it uses
            return ReadAnswer.Current(http, new Written(format, linked.Write(format), links));
        }

        foreach (var (name, value) in links)
        {
            http.Response.Headers.Append(name, value);
        }

        var view = ClaimView.Of(claim, source); // its version tags it, until its source is withdrawn: that changes what is answered here, and not the version
        return source.IsWithdrawn ? ReadAnswer.VersionedWithMore(http, view, claim.Version) : ReadAnswer.Versioned(http, view, claim.Version);
    }

    private static async Task<IResult> ProveAsync(Guid id, ClaimProofs proofs, IQuerySession session, HttpContext http, CancellationToken cancellation) =>
        await proofs.ProveAsync(id, http.User.RoleOf() >= Role.Reader, session, cancellation) is { } proof
            ? ReadAnswer.Current(http, proof, dependsOnCaller: true)
            : new ProblemResult(Problems.NotFound("claim", id));

    private static async Task<IResult> GetHistoryAsync(Guid id, IQuerySession session, HttpContext http, CancellationToken cancellation) =>
        await session.FindClaimAsync(id, cancellation) is { } claim
            ? ReadAnswer.Current(http, ClaimHistoryView.Of(claim, http.User.RoleOf() >= Role.Reader), dependsOnCaller: true)
            : new ProblemResult(Problems.NotFound("claim", id));
}
