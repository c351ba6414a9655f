using System.Text.Json.Nodes;
using GuaranteeTracker.Browser.Tests.Visiting;
using Microsoft.Playwright;

namespace GuaranteeTracker.Browser.Tests.Readers;

/// <summary>TimelineJS in a page that seems to come from the tracker, so that nothing leaves the host.</summary>
internal static class TimelineReader
{
    private const string Place = "/readers/";

    private const string SeenOrRefused = "window.seen ?? [...document.querySelectorAll('.tl-message-content')].map(e => e.textContent).find(words => words.startsWith('Error'))";

    /// <param name="path">Of the file to read, beginning with a slash.</param>
    /// <returns><c>{errors: [], title, events: [{id, headline, text, group, start: {start, precision}, end}], eras, markers}</c>, where times are local and markers are counted on the screen.</returns>
    public static async Task<JsonNode> SeeAsync(Visit visit, string path)
    {
        var folder = await ReaderPackages.FolderAsync();
        await visit.Page.RouteAsync(url => new Uri(url).AbsolutePath.StartsWith(Place, StringComparison.Ordinal), route => ServeAsync(route, folder));
        await visit.GoAsync($"{Place}timeline.html?source={Uri.EscapeDataString(path)}");
        var seen = await (await visit.Page.WaitForFunctionAsync(SeenOrRefused)).JsonValueAsync<string>();
        return seen.StartsWith('{') ? JsonNode.Parse(seen)! : throw new InvalidOperationException($"TimelineJS refuses {path}. {seen}");
    }

    private static Task ServeAsync(IRoute route, string folder)
    {
        var file = Path.Combine(folder, new Uri(route.Request.Url).AbsolutePath[Place.Length..]);
        return route.FulfillAsync(File.Exists(file) ? new() { Path = file } : new() { Status = 404 });
    }
}
