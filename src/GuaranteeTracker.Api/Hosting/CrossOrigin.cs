using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>Lets pages of any origin read, and nothing but read (CORS).</summary>
internal static class CrossOrigin
{
    private static readonly string[]
        _reading = [HttpMethods.Get, HttpMethods.Head],
        _sent = [HeaderNames.Authorization, "Accept-Datetime", HeaderNames.IfNoneMatch, "Last-Event-ID", Correlation.Header],
        _shown = [HeaderNames.ETag, HeaderNames.Link, HeaderNames.ContentLocation, "Memento-Datetime", "Known-Sequence", "Known-At", "Known-Pending", "Checkpoint-Size", "Checkpoint-Root", "Query", "Period", "Item-Count", HeaderNames.ContentDisposition, HeaderNames.RetryAfter, Correlation.Header];

    private static readonly string _allShown = string.Join(", ", _shown);

    public static void AddCrossOrigin(this IServiceCollection services) => services.AddCors(options => options.AddDefaultPolicy(
        new CorsPolicyBuilder().AllowAnyOrigin().WithMethods(_reading).WithHeaders(_sent).SetPreflightMaxAge(TimeSpan.FromDays(1)).Build()));

    /// <summary>Says so on every answer to reading, on problems too, from which an exception takes away all headers set before.</summary>
    public static Task UseAsync(HttpContext http, RequestDelegate next)
    {
        if (_reading.Contains(http.Request.Method, StringComparer.Ordinal))
        {
            http.Response.OnStarting(() => AllowAsync(http.Response.Headers));
        }

        return next(http);
    }

    /// <summary>A browser lets a POST pass whatever methods are named, so for one there is no answer at all.</summary>
    public static bool IsPreflightToRead(HttpContext http) =>
        HttpMethods.IsOptions(http.Request.Method)
        && _reading.Contains(http.Request.Headers.AccessControlRequestMethod.ToString(), StringComparer.Ordinal);

    /// <summary>Whether an Origin was sent or not, which the middleware would look at: a cache gives the same answer to everybody.</summary>
    private static Task AllowAsync(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = CorsConstants.AnyOrigin;
        headers.AccessControlExposeHeaders = _allShown;
        return Task.CompletedTask;
    }
}
