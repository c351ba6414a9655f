using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>What a body must be before anybody looks into it: UTF-8, and not packed.</summary>
internal static class JsonBodies
{
    /// <summary>Refuses, before the handler and after authorization, what it could only misread.</summary>
    public static TBuilder TakesPlainJson<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder
    {
        route.Finally(endpoint =>
        {
            var handle = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = http => IsPlain(http.Request) ? handle(http) : RefuseAsync(http);
        });
        return route;
    }

    private static bool IsPlain(HttpRequest request) =>
        IsIdentity(request.Headers.ContentEncoding.ToString())
        && (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || IsUtf8(type));

    private static bool IsIdentity(string encoding) => encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static Task RefuseAsync(HttpContext http)
    {
        http.Response.Headers.AcceptEncoding = "identity";
        return ProblemAnswer.WriteAsync(http, ProblemHandling.OfStatus(StatusCodes.Status415UnsupportedMediaType));
    }
}
