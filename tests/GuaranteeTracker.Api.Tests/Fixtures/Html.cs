using AngleSharp.Dom;

namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>What a page shows of a source's own words.</summary>
internal static class Html
{
    /// <summary>The words that are marked as a claim's passage, wherever the marks are cut.</summary>
    public static string Marked(this IDocument page, Guid claim, int passage) =>
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
}
