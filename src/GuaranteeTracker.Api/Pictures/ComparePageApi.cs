using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>The route of the page of what differs between two pictures.</summary>
internal static class ComparePageApi
{
    public static void MapComparePage(this IEndpointRouteBuilder app) => app.MapPage("/compare", GetAsync);

    private static async Task<IResult> GetAsync(PageAnswers pages, Moments moments, ComparePageReader reader, HttpContext http, CancellationToken cancellation)
    {
        var (compared, problem) = await ComparedMoments.ReadAsync(http, moments, cancellation);
        return compared is null
            ? new ProblemResult(problem!)
            : await pages.AnswerAsync<ComparePage>(http, await reader.ReadAsync(compared, http, cancellation), compared.Now.Known, headers: null, cancellation);
    }
}
