using GuaranteeTracker.Browser.Tests.Visiting;
using Microsoft.Playwright;

namespace GuaranteeTracker.Browser.Tests.Hosting;

[Collection(AtHome.Name)]
public sealed class TheDescription(HomeTracker tracker)
{
    /// <summary>In milliseconds. The first description of a process is made of everything there is.</summary>
    private const float FirstTime = 30_000;

    [BrowserTheory]
    [InlineData(Screen.Wide)]
    [InlineData(Screen.Narrow)]
    public async Task Opens_without_a_complaint_and_without_leaving_the_host(Screen screen)
    {
        await using var visit = await Visit.BeginAsync(tracker, new(screen));

        await visit.GoAsync("/docs");

        await Heading(visit, "Pictures").WaitForAsync();
        await visit.KeepAsync("docs", whole: false);
        visit.MustBeClean();
    }

    [BrowserTheory]
    [InlineData(Screen.Wide)]
    [InlineData(Screen.Narrow)]
    public async Task An_address_of_a_request_leads_to_what_it_says(Screen screen)
    {
        await using var visit = await Visit.BeginAsync(tracker, new(screen));

        await visit.GoAsync("/docs#tag/claims/POST/api/claims");

        await Assertions.Expect(Heading(visit, "Record a claim")).ToBeInViewportAsync(new() { Timeout = FirstTime });
        await visit.KeepAsync("docs-record-a-claim", whole: false);
        visit.MustBeClean();
    }

    private static ILocator Heading(Visit visit, string words) => visit.Page.GetByRole(AriaRole.Heading, new() { Name = words, Exact = true });
}
