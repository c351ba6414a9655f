using System.IO.Pipelines;

namespace GuaranteeTracker.Api.Reading;

/// <summary>An answer that is written while it is read, so that it takes no more memory when it is longer.</summary>
/// <param name="headers">What else its head says.</param>
/// <param name="write">Writes the whole body.</param>
internal sealed class StreamedAnswer(
    Format format, IReadOnlyList<(string Name, string Value)> headers, Func<PipeWriter, CancellationToken, Task> write) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        foreach (var (name, value) in headers)
        {
            response.Headers.Append(name, value);
        }

        if (EntityTags.IsHad(request.Headers.IfNoneMatch, response.Headers.ETag.ToString()))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = format.Type;
        if (!HttpMethods.IsHead(request.Method))
        {
            await write(response.BodyWriter, httpContext.RequestAborted);
        }
    }
}
