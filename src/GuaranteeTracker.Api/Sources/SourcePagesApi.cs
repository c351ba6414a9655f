using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;

namespace GuaranteeTracker.Api.Sources;

/// <summary>The pages of sources.</summary>
internal static class SourcePagesApi
{
    public static void MapSourcePages(this IEndpointRouteBuilder app)
    {
        app.MapPage("/sources", ListAsync);
        app.MapPage("/sources/{id:guid}", GetAsync);
    }

    private static async Task<IResult> ListAsync(SourceListReader sources, PageAnswers answers, HttpContext http, CancellationToken cancellation) =>
        await answers.AnswerAsync<SourcesPage>(http, await sources.ReadAsync(http, cancellation), cancellation);

    /// <summary>Who may read whole texts finds the words in theirs.</summary>
    private static async Task<IResult> GetAsync(
        Guid id, IQuerySession session, SourcePageReader sources, IAuthorizationService authorization, PageAnswers answers, HttpContext http, CancellationToken cancellation)
    {
        var whole = (await authorization.AuthorizeAsync(http.User, Access.SourceText)).Succeeded;
        return await answers.AnswerAsync<SourcePage>(
            http, (object?)await sources.ReadAsync(id, whole, session, cancellation) ?? Problems.NotFound("source", id), cancellation, dependsOnCaller: true);
    }
}
