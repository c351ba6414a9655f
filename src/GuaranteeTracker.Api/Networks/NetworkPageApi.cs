using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Domain.Networks;

namespace GuaranteeTracker.Api.Networks;

/// <summary>The route of the page of discourse networks.</summary>
internal static class NetworkPageApi
{
    public static void MapNetworkPage(this IEndpointRouteBuilder app) => app.MapPage(NetworkPageReader.Path, GetAsync);

    private static async Task<IResult> GetAsync(PageAnswers pages, HttpContext http, CancellationToken cancellation) =>
        NetworkRequest.TryRead(http, NetworkPageReader.Kind, out var request) is { } problem
            ? new ProblemResult(problem)
            : await pages.AnswerAsync<NetworkPage>(http, async record => await NetworkPageReader.ReadAsync(ForPage(request), http, record), cancellation);

    /// <summary>A form sends all its fields, those without a meaning too; and a page shows one network, without isolates whatever is asked for.</summary>
    private static NetworkRequest ForPage(NetworkRequest request)
    {
        var question = request.Question with { Isolates = Isolates.Kept };
        return request with
        {
            Stepping = null, Explains = false,
            Question = question.Kind == NetworkKind.TwoMode ? question with { Nodes = NodeKind.Actor, Normalisation = Normalisation.None } : question,
        };
    }
}
