using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>Asks for pages as a browser does, and reads them.</summary>
internal static class Reader
{
    public static async Task<IHtmlDocument> PageAsync(this Tracker tracker, string path)
    {
        using var response = await tracker.BrowseAsync(path);
        var html = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(HttpStatusCode.OK, html);
        return new HtmlParser().ParseDocument(html);
    }

    public static async Task<HttpResponseMessage> BrowseAsync(this Tracker tracker, string path, HttpMethod? method = null, string? had = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        if (had is not null)
        {
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(had));
        }

        return await tracker.Public.SendAsync(request);
    }

    /// <summary>An element's words, with single blanks.</summary>
    public static string Said(this INode? node) => string.Join(' ', (node?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of all that match.</summary>
    public static List<string> Said(this IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(Said)];

    public static string? Address(this IElement? element) => element?.GetAttribute("href");
}
