using System.Text.Json;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Recording;
using Microsoft.AspNetCore.Diagnostics;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>Turns everything that goes wrong into problem details: nothing of stack, SQL, path or version leaves.</summary>
internal sealed class ProblemHandling(ILogger<ProblemHandling> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest; // nobody is there to read an answer
            return true;
        }

        var problem = Explain(exception);
        if (problem.Status >= 500)
        {
            log.LogError(exception, "The request failed with {Code}", problem.Code);
        }

        await ProblemAnswer.WriteAsync(httpContext, problem);
        return true;
    }

    /// <summary>Answers without a body, made by the framework: no route, wrong method, no key.</summary>
    public static Task ExplainStatusAsync(StatusCodeContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        if (response.StatusCode == StatusCodes.Status401Unauthorized && BearerToken.IsSent(request) && response.Headers.WWWAuthenticate == "Bearer")
        {
            response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\""; // RFC 6750, 3.1: only where one was sent
        }

        return ProblemAnswer.WriteAsync(context.HttpContext, OfStatus(response.StatusCode));
    }

    private static Problem Explain(Exception exception) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } => OfJson(json),
        BadHttpRequestException bad => OfStatus(bad.StatusCode),
        JsonException json => OfJson(json),
        _ when Conflicts.IsConnectionLost(exception) => Problems.DatabaseAway,
        _ when Conflicts.Explains(exception) => Problems.Busy,
        _ => OfStatus(StatusCodes.Status500InternalServerError),
    };

    private static Problem OfJson(JsonException json)
    {
        var pointer = JsonPointers.FromPath(json.Path);
        const string because = "This is not the JSON that is expected here: look for a wrong type, an unknown or doubled member, a number too long to keep, nesting beyond 64, or broken UTF-8.";
        return new(400, "bad-json", because, new Dictionary<string, string[]>(StringComparer.Ordinal) { [pointer] = [because] });
    }

    /// <summary>What a status says that comes without any words.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        400 => new(400, "bad-request", "The request cannot be parsed. Send a JSON object as the API's description shows it."),
        401 => new(401, "not-authenticated", "Send Authorization: Bearer, with a key or token that is in force."),
        403 => new(403, "not-allowed", "The role of this key or token is not enough for that."),
        404 => new(404, "not-found", "There is nothing at this address; /openapi/v1.json lists what there is."),
        405 => new(405, "method-not-allowed", "See the Allow header for the methods that this address takes."),
        406 => new(406, "not-acceptable-format", "Ask for one of the formats that the API's description lists."),
        408 => new(408, "request-timeout", "Send the body faster."),
        413 => new(413, "too-large", "Send less: a source's text holds at most 1 MiB, a batch 8 MiB, any other request 256 KiB."),
        415 => new(415, "unsupported-media-type", "Send Content-Type: application/json, or application/x-ndjson to import; UTF-8, not compressed."),
        _ when status is >= 400 and < 500 => new(status, "bad-request", "The request cannot be handled."),
        _ => new(500, "internal", "Something went wrong here, not with the request. Name the correlation id when you report it."),
    };
}
