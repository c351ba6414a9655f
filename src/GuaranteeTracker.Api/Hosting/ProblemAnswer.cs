using System.Globalization;
using System.Text.Json.Serialization;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>Problem details as written (RFC 9457): application/problem+json.</summary>
/// <param name="Type">Stable; branch on this.</param>
/// <param name="Title">The same for every problem of the type.</param>
/// <param name="Detail">What to do.</param>
/// <param name="Errors">For validation: what to do, by JSON pointer or parameter.</param>
/// <param name="Outcome">For 503: <c>unknown</c> where the request may have been recorded.</param>
/// <param name="Correlation">Name this when asking for help.</param>
public sealed record ProblemAnswer(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Correlation,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Outcome = null)
{
    public const string MediaType = "application/problem+json";

    /// <summary>The code of the problem that this request was answered with; null where there was none.</summary>
    internal static string? CodeOf(HttpContext http) => http.Items[typeof(ProblemAnswer)] as string;

    internal static async Task WriteAsync(HttpContext http, Problem problem)
    {
        http.Items[typeof(ProblemAnswer)] = problem.Code;
        http.Response.StatusCode = problem.Status;
        http.Response.Headers.CacheControl = "no-store";
        if (problem.RetryAfter is { } after)
        {
            http.Response.Headers.RetryAfter = ((int)after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        var answer = new ProblemAnswer(
            ProblemTypes.Path + problem.Code, ProblemTypes.Titles[problem.Code], problem.Status, problem.Detail, Hosting.Correlation.Of(http), problem.Errors, problem.Outcome);
        if (http.RequestServices.GetRequiredService<IProblemPages>() is var pages && pages.IsWanted(http.Request))
        {
            await pages.WriteAsync(http, answer);
            return;
        }

        await http.Response.WriteAsJsonAsync(answer, Json.Options, MediaType, http.RequestAborted);
    }
}

/// <summary>A problem as an endpoint's result.</summary>
internal sealed class ProblemResult(Problem problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => ProblemAnswer.WriteAsync(httpContext, problem);
}
