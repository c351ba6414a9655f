using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Pages;
using Marten;

namespace GuaranteeTracker.Api.Claims;

/// <summary>The page of a claim.</summary>
internal static class ClaimPagesApi
{
    public static void MapClaimPages(this IEndpointRouteBuilder app) => app.MapPage("/claims/{id:guid}", GetAsync);

    private static async Task<IResult> GetAsync(
        Guid id, IQuerySession session, ClaimPageReader claims, PageAnswers answers, HttpContext http, CancellationToken cancellation) =>
        await answers.AnswerAsync<ClaimPage>(
            http, (object?)await claims.ReadAsync(id, http.User.RoleOf() >= Role.Reader, session, cancellation) ?? Problems.NotFound("claim", id), cancellation, dependsOnCaller: true);
}
