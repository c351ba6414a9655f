using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Claims;
using Marten;

namespace GuaranteeTracker.Api.Claims;

/// <summary>The routes of claims.</summary>
internal static class ClaimsApi
{
    public static void MapClaims(this IEndpointRouteBuilder app)
    {
        var claims = app.MapGroup("/api/claims").WithTags("Claims");
        claims.MapPost("", RecordAsync).Records<ClaimView>("recordClaim", "Record a claim", creates: true)
            .WithDescription("Every quote must be found, exactly and once, in the source's text; otherwise nothing is recorded and the nearest passage is named.");
        claims.MapPost("/{id:guid}/correction", CorrectAsync).Records<ClaimView>("correctClaim", "Correct a claim");
        claims.MapPost("/{id:guid}/retraction", RetractAsync).Records<ClaimView>("retractClaim", "Retract a claim, for good");
        claims.MapPost("/{id:guid}/dispute", DisputeAsync).Records<ClaimView>("disputeClaim", "Dispute a claim");
        claims.MapPost("/{id:guid}/dispute/resolution", ResolveAsync).Records<ClaimView>("resolveDispute", "Resolve a dispute", policy: Access.Editing);
        claims.MapRead("/{id:guid}", GetAsync).Reads<ClaimView>("getClaim", "A claim, as it is now");
        claims.MapRead("/{id:guid}/history", GetHistoryAsync).Reads<ClaimHistoryView>("getClaimHistory", "Everything that happened to a claim: when, why, and for readers who");
    }

    private static Task<IResult> RecordAsync(RecordClaim request, ClaimRecorder claims, RecordingEndpoint endpoint, HttpContext http, CancellationToken cancellation) =>
        endpoint.RunAsync(http, request, context => claims.RecordAsync(request, context, cancellation));

    private static Task<IResult> CorrectAsync(Guid id, CorrectClaim request, ClaimRecorder claims, RecordingEndpoint endpoint, HttpContext http, CancellationToken cancellation) =>
        endpoint.RunAsync(http, request, context => claims.CorrectAsync(id, request, context, cancellation));

    private static Task<IResult> RetractAsync(Guid id, RetractClaim request, ClaimRecorder claims, RecordingEndpoint endpoint, HttpContext http, CancellationToken cancellation) =>
        endpoint.RunAsync(http, request, context => claims.RetractAsync(id, request, context, cancellation));

    private static Task<IResult> DisputeAsync(Guid id, DisputeClaim request, ClaimRecorder claims, RecordingEndpoint endpoint, HttpContext http, CancellationToken cancellation) =>
        endpoint.RunAsync(http, request, context => claims.DisputeAsync(id, request, context, cancellation));

    private static Task<IResult> ResolveAsync(Guid id, ResolveDispute request, ClaimRecorder claims, RecordingEndpoint endpoint, HttpContext http, CancellationToken cancellation) =>
        endpoint.RunAsync(http, request, context => claims.ResolveAsync(id, request, context, cancellation));

    /// <summary>Its version tags it, until its source is withdrawn: that changes what is answered here, and not the version.</summary>
    private static async Task<IResult> GetAsync(Guid id, IQuerySession session, HttpContext http, CancellationToken cancellation) =>
        await ClaimView.FindAsync(session, id, cancellation) switch
        {
            null => new ProblemResult(Problems.NotFound("claim", id)),
            { SourceWithdrawn: true } claim => ReadAnswer.VersionedWithMore(http, claim, claim.Version),
            var claim => ReadAnswer.Versioned(http, claim, claim.Version),
        };

    private static async Task<IResult> GetHistoryAsync(Guid id, IQuerySession session, HttpContext http, CancellationToken cancellation) =>
        await session.FindClaimAsync(id, cancellation) is { } claim
            ? ReadAnswer.Current(http, ClaimHistoryView.Of(claim, http.User.RoleOf() >= Role.Reader), dependsOnCaller: true)
            : new ProblemResult(Problems.NotFound("claim", id));
}
