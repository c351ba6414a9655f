using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Recording.Saving;
using Microsoft.Extensions.Primitives;

namespace GuaranteeTracker.Api.Recording;

/// <summary>What all recording routes share: who calls, the precondition, the Idempotency-Key, and the answer.</summary>
internal sealed class RecordingEndpoint(AnalystDirectory analysts, PublicAddress address, Recorder recorder)
{
    public const string KeyHeader = "Idempotency-Key";

    /// <param name="body">The request's content: part of what an Idempotency-Key stands for.</param>
    public Task<IResult> RunAsync(HttpContext http, object body, IRecordingRequest request, CancellationToken cancellation) =>
        RunAsync(http, body, context => recorder.RecordAsync(request, context, cancellation));

    /// <summary>Records all of the requests, or none.</summary>
    /// <param name="at">Where in the body they stand, as a JSON pointer.</param>
    /// <inheritdoc cref="RunAsync(HttpContext, object, IRecordingRequest, CancellationToken)"/>
    public Task<IResult> RunAsync(HttpContext http, object body, IReadOnlyList<IRecordingRequest> requests, string at, Func<BatchShown, object> show, CancellationToken cancellation) =>
        RunAsync(http, body, context => recorder.RecordAsync(new BatchEntry(requests, at, context, show), cancellation));

    /// <inheritdoc cref="RunAsync(HttpContext, object, IRecordingRequest, CancellationToken)"/>
    public async Task<IResult> RunAsync(HttpContext http, object body, Func<RecordingContext, Task<Outcome>> record)
    {
        var ifMatch = http.Request.Headers.IfMatch;
        var precondition = ifMatch.Count == 0 ? null : Precondition.Parse(ifMatch);
        if (ifMatch.Count > 0 && precondition is null)
        {
            return new ProblemResult(new(400, "bad-header", "If-Match takes entity tags in double quotes: If-Match: \"3\"."));
        }

        var analyst = await analysts.OfAsync(http.User, http.RequestAborted);
        if (!TryReadKey(http, body, analyst, out var key))
        {
            return new ProblemResult(new(400, "bad-header", "Idempotency-Key takes 1 to 200 visible ASCII characters, on POST only, and only once."));
        }

        var provenance = new Provenance(analyst, Correlation.Of(http), Guid.CreateVersion7().ToString());
        return await record(new(provenance, precondition, key)) switch
        {
            Outcome.Recorded recorded => new AnswerResult(recorded.Answer, address),
            Outcome.Refused refused => new ProblemResult(refused.Problem),
            var other => throw new NotSupportedException($"{other.GetType().Name} has no answer."),
        };
    }

    private static bool TryReadKey(HttpContext http, object body, Guid analyst, out IdempotencyKey? key)
    {
        key = null;
        var header = http.Request.Headers[KeyHeader];
        if (header.Count == 0)
        {
            return true;
        }

        if (header is not [{ Length: > 0 and <= 200 } text] || !text.All(c => c is > ' ' and < '\x7f') || !HttpMethods.IsPost(http.Request.Method))
        {
            return false;
        }

        var whole = $"{http.Request.Method} {http.Request.Path}\n{http.Request.Headers.IfMatch}\n{JsonSerializer.Serialize(body, body.GetType(), Json.Options)}";
        key = new(analyst.ToString(), text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole))));
        return true;
    }

    /// <summary>An answer that was rendered inside the recording transaction.</summary>
    private sealed class AnswerResult(Answer answer, PublicAddress address) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = answer.Status;
            response.ContentType = "application/json; charset=utf-8";
            response.Headers.ETag = answer.ETag.Length > 0 ? answer.ETag : default(StringValues);
            response.Headers.CacheControl = "no-store";
            if (answer.Location is not null)
            {
                response.Headers.Location = address.Of(answer.Location);
            }

            await response.Body.WriteAsync(answer.Body, httpContext.RequestAborted);
        }
    }
}
