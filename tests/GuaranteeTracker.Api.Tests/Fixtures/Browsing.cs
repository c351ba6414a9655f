using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace GuaranteeTracker.Api.Tests.Pages;

/// <summary>Pages as a browser asks for them.</summary>
internal static class Browsing
{
    public static async Task<IDocument> OpenAsync(this HttpClient client, string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await client.AskForPageAsync(path);
        response.StatusCode.Should().Be(status, path);
        response.Content.Headers.ContentType?.MediaType.Should().Be("text/html");
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    public static async Task<HttpResponseMessage> AskForPageAsync(this HttpClient client, string path, HttpMethod? method = null, string? had = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        if (had is not null)
        {
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(had));
        }

        return await client.SendAsync(request);
    }

    /// <summary>Text as it is read: white space does not count.</summary>
    public static string Words(this INode? node) => string.Join(' ', (node?.TextContent ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of all that match.</summary>
    public static List<string> WordsOf(this IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(Words)];

    /// <summary>Where a link leads.</summary>
    public static string? Address(this IElement? element) => element?.GetAttribute("href");

    /// <summary>Fails where something recorded has become part of the page instead of its text.</summary>
    public static void MustBeHarmless(this IDocument page)
    {
        page.QuerySelectorAll("script").Where(script => script.GetAttribute("src")?.StartsWith("/assets/", StringComparison.Ordinal) is not true || script.TextContent.Length > 0).Should().BeEmpty();
        page.QuerySelectorAll("img, iframe, object, embed, style, base, meta[http-equiv]").Should().BeEmpty();
        page.All.SelectMany(element => element.Attributes).Should().NotContain(attribute =>
            attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style" || attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
    }
}
