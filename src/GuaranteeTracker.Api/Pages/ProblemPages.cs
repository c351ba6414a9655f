using GuaranteeTracker.Api.Hosting;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Pages;

/// <summary>Problems as pages, for people: what asks for pages and is not the API gets them.</summary>
internal sealed class ProblemPages(PageRenderer renderer) : IProblemPages
{
    private static readonly MediaTypeHeaderValue _html = new("text/html");

    public bool IsWanted(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && request.GetTypedHeaders().Accept.Any(range => range.MediaType == _html.MediaType && range.Quality is not 0);

    public async Task WriteAsync(HttpContext http, ProblemAnswer problem)
    {
        var page = await renderer.RenderAsync<ProblemPage>(problem);
        http.Response.ContentType = page.Format.Type;
        http.Response.ContentLength = page.Bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(page.Bytes, http.RequestAborted);
        }
    }
}
