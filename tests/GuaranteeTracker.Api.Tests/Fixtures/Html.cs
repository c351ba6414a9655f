using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>Pages as a browser takes them apart.</summary>
internal static class Html
{
    /// <summary>What a browser would get there, whatever the status.</summary>
    public static async Task<(HttpResponseMessage Response, IHtmlDocument Page)> BrowseAsync(this HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html,application/xhtml+xml,*/*;q=0.8" } } };
        var response = await client.SendAsync(request);
        return (response, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>The page, which must be there.</summary>
    public static async Task<IHtmlDocument> PageAsync(this HttpClient client, string path)
    {
        var (response, page) = await client.BrowseAsync(path);
        using (response)
        {
            response.EnsureSuccessStatusCode();
            response.Content.Headers.ContentType!.ToString().Should().Be("text/html; charset=utf-8");
            return page;
        }
    }

    /// <summary>The words that are marked as a claim's passage, wherever the marks are cut.</summary>
    public static string Marked(this IHtmlDocument page, Guid claim, int passage) =>
        string.Concat(page.QuerySelectorAll($"[data-passage~='{claim}:{passage}']").Select(mark => mark.TextContent));

    /// <summary>An element's words without the service's own signs among them.</summary>
    public static string SourceWords(this IElement element)
    {
        var copy = (IElement)element.Clone();
        foreach (var sign in copy.QuerySelectorAll(".ref, .cut"))
        {
            sign.Remove();
        }

        return copy.TextContent;
    }

    /// <summary>An element's text as it is read: in one line.</summary>
    public static string Read(this IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
