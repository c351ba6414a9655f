using GuaranteeTracker.Browser.Tests.Visiting;

namespace GuaranteeTracker.Browser.Tests.Pages;

/// <summary>What must hold of every page there is, on the seeds.</summary>
[Collection(AtHome.Name)]
public sealed class EveryPage(HomeTracker tracker)
{
    /// <summary>Name for the screenshot, and address.</summary>
    public static TheoryData<string, string> Addresses { get; } = new()
    {
        { "picture", "/picture?asOf=2025-08-20" },
        { "picture-pending", "/picture?asOf=2025-08-18" },
        { "picture-today", "/picture" },
        { "picture-empty", "/picture?asOf=1999-12-31" },
        { "snapshot", "/snapshots/2025-08-20/seq:67" },
        { "embed", "/embed/snapshots/2025-08-20/seq:67" },
        { "topics", "/topics" },
        { "topic", "/topics/security-guarantees" },
        { "actors", "/actors" },
        { "actor", "/actors/russia" },
        { "timeline", "/timeline" },
        { "timeline-period", "/timeline?from=2025-08-18&to=2025-08-20&actor=russia" },
        { "compare", "/compare" },
        { "compare-days", "/compare?from=2025-08-18&to=2025-08-20" },
        { "network", "/network" },
        { "network-of-both", "/network?kind=two-mode&from=2025-08-18&to=2025-08-20" },
        { "network-of-nobody", "/network?topic=nowhere" },
        { "sources", "/sources" },
        { "source", "/sources/dcb73d2d-251b-409c-8d6c-85f94c8576c5" },
        { "claim", "/claims/ca53ff68-3731-4c13-9459-dbb55214c4b7" },
    };

    [BrowserTheory]
    [MemberData(nameof(Addresses))]
    public Task Is_clean_accessible_and_fits_on_a_desktop(string name, string address) => LookAsync(name, address, new());

    [BrowserTheory]
    [MemberData(nameof(Addresses))]
    public Task Is_clean_accessible_and_fits_on_a_phone(string name, string address) => LookAsync(name, address, new(Screen.Narrow));

    [BrowserTheory]
    [MemberData(nameof(Addresses))]
    public Task Is_clean_and_accessible_in_dark_colours(string name, string address) => LookAsync(name + "-dark", address, new(Dark: true));

    [BrowserTheory]
    [InlineData("/picture?asOf=2025-08-20")]
    [InlineData("/embed/snapshots/2025-08-20/seq:67")]
    [InlineData("/topics/security-guarantees")]
    public async Task Looks_the_same_when_it_is_visited_again(string address)
    {
        await using var visit = await Visit.BeginAsync(tracker);
        await visit.GoAsync(address);
        var first = await visit.Page.ScreenshotAsync();

        await visit.GoAsync("/sources");
        await visit.GoAsync(address);

        (await visit.Page.ScreenshotAsync()).Should().Equal(first);
        visit.MustBeClean();
    }

    private async Task LookAsync(string name, string address, Visitor visitor)
    {
        await using var visit = await Visit.BeginAsync(tracker, visitor);
        await visit.GoAsync(address);

        await visit.KeepAsync(name);
        await visit.MustFitAsync();
        await visit.MustBeAccessibleAsync();
        (await visit.Page.TitleAsync()).Should().EndWith("GuaranteeTracker");
        visit.MustBeClean();
    }
}
