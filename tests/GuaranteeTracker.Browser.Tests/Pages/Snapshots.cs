using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Browser.Tests.Visiting;
using Microsoft.Playwright;

namespace GuaranteeTracker.Browser.Tests.Pages;

public sealed class Snapshots(HomeTracker tracker) : IClassFixture<HomeTracker>
{
    [BrowserFact]
    public async Task A_snapshot_opened_after_more_was_recorded_shows_the_same_matrix()
    {
        var (address, before) = await LookAsync("/snapshots?asOf=2025-08-20");
        var claim = (await tracker.Public.GetJsonAsync("/api/picture?view=cells&asOf=2025-08-20&actor=russia"))["topics"]![0]!["positions"]![0]!["claim"]!;
        (await tracker.Admin.PostAsync($"/api/claims/{claim}/retraction", new JsonObject { ["reason"] = "Misread." }, ("If-Match", "\"1\""))).IsSuccessStatusCode.Should().BeTrue();

        var (_, after) = await LookAsync(address);
        var (_, now) = await LookAsync("/picture?asOf=2025-08-20");

        after.Should().Be(before);
        now.Should().NotBe(before, "what was retracted no longer shows");
    }

    [BrowserFact]
    public async Task Others_can_show_what_is_made_to_be_embedded()
    {
        await using var visit = await Visit.BeginAsync(tracker);
        await visit.GoAsync("/snapshots/2025-08-20/seq:67");
        var code = await visit.Page.Locator("#embed").InputValueAsync();

        await visit.Page.RouteAsync("**/a-newspaper", route => route.FulfillAsync(new() { ContentType = "text/html", Body = $"<!DOCTYPE html><h1>A newspaper</h1>{code}" }));
        await visit.GoAsync("/a-newspaper");

        await Assertions.Expect(visit.Page.FrameLocator("iframe").GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Who stood where on 20 August 2025");
        (await visit.Page.Context.CookiesAsync()).Should().BeEmpty();
    }

    private async Task<(string Address, string Matrix)> LookAsync(string address)
    {
        await using var visit = await Visit.BeginAsync(tracker);
        await visit.GoAsync(address);
        visit.MustBeClean();
        return (visit.Page.Url, await visit.Page.GetByRole(AriaRole.Table).InnerTextAsync());
    }
}
