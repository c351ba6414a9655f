using GuaranteeTracker.Browser.Tests.Visiting;

namespace GuaranteeTracker.Browser.Tests.Exports;

[Collection(AtHostileHome.Name)]
public sealed class HostileWordsOnPages(HostileHome home)
{
    private const string AnythingButWords =
        "img[src='x'], main iframe, main style, script:not([src]), [onerror], [onload], [onmouseover], [href^='javascript' i], [src^='javascript' i], [style]";

    /// <summary>Address, and words that its page shows.</summary>
    public static TheoryData<string, string> Pages { get; } = new()
    {
        { "/picture?asOf=2025-08-20", HostileHome.Title },
        { "/picture?asOf=2025-08-20", HostileHome.ActorName },
        { $"/snapshots/2025-08-20/seq:75?topic={HostileHome.Id}", HostileHome.Title },
        { "/timeline?from=2025-08-18&to=2025-08-20", HostileHome.Meeting },
        { "/timeline?from=2025-08-18&to=2025-08-20", HostileHome.Place },
        { $"/topics/{HostileHome.Id}", HostileHome.Title },
        { $"/actors/{HostileHome.Id}", HostileHome.ActorName },
        { $"/claims/{HostileHome.Claim}", HostileHome.Summary },
        { $"/claims/{HostileHome.Claim}", HostileHome.Venue },
        { $"/claims/{HostileHome.Retracted}", HostileHome.Reason },
        { $"/sources/{HostileHome.Source}", HostileHome.Publisher },
        { "/network?kind=two-mode", HostileHome.Title },
        { "/compare?from=2025-08-18&to=2025-08-20", HostileHome.Title },
        { "/topics", HostileHome.Title },
        { "/actors", HostileHome.ActorName },
        { "/sources", HostileHome.Publisher },
    };

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Recorded_words_are_shown_and_nothing_comes_of_them(string address, string words)
    {
        await using var visit = await Visit.BeginAsync(home.Tracker);

        await visit.GoAsync(address);

        (await visit.Page.Locator("main").TextContentAsync()).Should().Contain(words);
        (await visit.Page.Locator(AnythingButWords).EvaluateAllAsync<string[]>("all => all.map(e => e.outerHTML)")).Should().BeEmpty();
        visit.MustBeClean();
    }
}
