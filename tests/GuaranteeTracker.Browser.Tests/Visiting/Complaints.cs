using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace GuaranteeTracker.Browser.Tests.Visiting;

/// <summary>Gathers whatever a browser has against a page.</summary>
internal sealed class Complaints
{
    /// <summary>Browsers tell of a policy's violations on the console, but not all of them, nor in the same words everywhere; the event is exact.</summary>
    private const string TellViolations =
        "document.addEventListener('securitypolicyviolation', e => console.error('Content Security Policy: ' + e.effectiveDirective + ' forbids ' + e.blockedURI + ' in ' + e.sourceFile + ':' + e.lineNumber + ':' + e.columnNumber))";

    /// <summary>No page speaks to people in dialogs: it is what recorded words would try.</summary>
    private const string TellDialogs = "window.alert = words => console.error('a dialog: ' + words)";

    private readonly ConcurrentQueue<string> _all = [];
    private readonly Uri _host;

    private Complaints(Uri host) => _host = host;

    public IReadOnlyCollection<string> All => _all;

    /// <param name="host">Where every request must go.</param>
    public static async Task<Complaints> AboutAsync(IPage page, Uri host)
    {
        var complaints = new Complaints(host);
        page.Console += (_, message) => complaints.Hear(message);
        page.PageError += (_, error) => complaints.Add($"exception: {error}");
        page.Request += (_, request) => complaints.Look(request.Url);
        page.WebSocket += (_, socket) => complaints.Look(socket.Url);
        page.RequestFailed += (_, request) => complaints.Add($"request failed: {request.Method} {request.Url}: {request.Failure}");
        page.Response += (_, response) => complaints.Look(response, page);
        await page.AddInitScriptAsync(TellViolations);
        await page.AddInitScriptAsync(TellDialogs);
        return complaints;
    }

    /// <summary>An answer's status is looked at by itself: there the page that was asked for, which may well be an error, can be told from what it loads.</summary>
    private void Hear(IConsoleMessage message)
    {
        var isAboutPolicy = message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase);
        if (isAboutPolicy || (message.Type == "error" && !message.Text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal)))
        {
            Add($"console: {message.Text} ({message.Location})");
        }
    }

    private void Look(string url)
    {
        var uri = new Uri(url);
        if (uri.Scheme is not ("data" or "blob" or "about") && uri.Authority != _host.Authority)
        {
            Add($"request left the host: {url}");
        }
    }

    private void Look(IResponse response, IPage page)
    {
        var isPage = response.Request.IsNavigationRequest && response.Frame == page.MainFrame;
        if (response.Status >= 400 && !isPage)
        {
            Add($"status {response.Status}: {response.Url}");
        }
    }

    private void Add(string complaint) => _all.Enqueue(complaint);
}
