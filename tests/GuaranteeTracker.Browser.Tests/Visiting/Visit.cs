using Deque.AxeCore.Playwright;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.Playwright;

namespace GuaranteeTracker.Browser.Tests.Visiting;

/// <summary>Somebody who looks at a tracker's pages, in a browser that has never been there before and remembers nothing afterwards.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Complaints _complaints;

    private Visit(IBrowserContext context, IPage page, Complaints complaints) => (_context, Page, _complaints) = (context, page, complaints);

    public IPage Page { get; }

    /// <param name="visitor">Null: on a wide screen, with scripts, in light colours.</param>
    public static async Task<Visit> BeginAsync(Tracker tracker, Visitor? visitor = null)
    {
        var host = tracker.Public.BaseAddress!;
        var browser = await Chromium.BrowserAsync();
        var context = await browser.NewContextAsync((visitor ?? new()).Context(host.ToString()));
        var page = await context.NewPageAsync();
        return new(context, page, await Complaints.AboutAsync(page, host));
    }

    /// <summary>Opens a page and waits until nothing more is loading.</summary>
    /// <param name="path">Beginning with a slash.</param>
    /// <param name="status">What it must be answered with.</param>
    public async Task<IResponse> GoAsync(string path, int status = 200)
    {
        var response = (await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle }))!;
        response.Status.Should().Be(status, path);
        return response;
    }

    /// <summary>Fails if the browser has had anything to say against the pages seen so far, or a request left the host.</summary>
    public void MustBeClean() => _complaints.All.Should().BeEmpty();

    /// <summary>Fails if axe finds that people who see, hear or move otherwise cannot use the page as it is now. Takes scripts.</summary>
    public async Task MustBeAccessibleAsync()
    {
        var found = await Page.RunAxe();
        found.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}").Should().BeEmpty();
    }

    /// <summary>Fails if the page is wider than the screen.</summary>
    public async Task MustFitAsync() =>
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(Page.ViewportSize!.Width, "nobody likes to scroll sideways");

    /// <summary>Keeps what is seen now.</summary>
    /// <param name="name">In kebab-case; the width of the screen is added.</param>
    /// <param name="whole">From the page's top to its end; otherwise what the screen shows.</param>
    public Task KeepAsync(string name, bool whole = true) =>
        Page.ScreenshotAsync(new() { Path = Screenshots.PathOf($"{name}-{Page.ViewportSize!.Width}"), FullPage = whole });

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
