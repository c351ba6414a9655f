using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>Pages as a browser asks for them and takes them apart.</summary>
internal static class Browsing
{
    /// <summary>The page that is there, redirects followed; of a refusal, the page that explains it.</summary>
    public static async Task<IDocument> OpenAsync(this HttpClient client, string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await client.AskForPageAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(status, "{0} says {1}", path, body);
        response.Content.Headers.ContentType?.ToString().Should().Be("text/html; charset=utf-8", path);
        return await new HtmlParser().ParseDocumentAsync(body);
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
        // The signs of the matrix are bold and hidden from readers; any other bold letter was recorded.
        page.QuerySelectorAll("img, iframe, object, embed, style, base[href], b:not([aria-hidden]), meta[http-equiv], [style], [srcdoc], [formaction]").Should().BeEmpty();
        var attributes = page.All.SelectMany(element => element.Attributes).ToList();
        attributes.Should().NotContain(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        attributes.Where(attribute => attribute.Name is "href" or "src" or "action").Select(attribute => attribute.Value).Should().OnlyContain(address =>
            address.StartsWith('#') || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal)) || address.StartsWith("https://", StringComparison.Ordinal));
    }
}
