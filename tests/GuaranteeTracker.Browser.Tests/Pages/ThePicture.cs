using GuaranteeTracker.Browser.Tests.Visiting;
using Microsoft.Playwright;

namespace GuaranteeTracker.Browser.Tests.Pages;

[Collection(AtHome.Name)]
public sealed class ThePicture(HomeTracker tracker)
{
    [BrowserFact]
    public async Task The_slider_changes_the_picture_without_loading_the_page_anew()
    {
        await using var visit = await Visit.BeginAsync(tracker);
        await visit.GoAsync("/picture?asOf=2025-08-20");
        await visit.Page.EvaluateAsync("window.isTheSamePage = true");

        await visit.Page.GetByRole(AriaRole.Slider).FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await visit.Page.Keyboard.PressAsync("ArrowLeft");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Who stood where on 18 August 2025");
        await Assertions.Expect(visit.Page).ToHaveTitleAsync("Who stood where on 18 August 2025 · GuaranteeTracker");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Slider)).ToHaveAttributeAsync("aria-valuetext", "18 August 2025");
        visit.Page.Url.Should().EndWith("/picture?asOf=2025-08-18");
        (await visit.Page.EvaluateAsync<bool>("window.isTheSamePage === true")).Should().BeTrue();
        (await MatrixAsync(visit)).Should().Be(await MatrixAsync("/picture?asOf=2025-08-18"));
        visit.MustBeClean();
    }

    [BrowserFact]
    public async Task Without_scripts_the_form_shows_another_day()
    {
        await using var visit = await Visit.BeginAsync(tracker, new(Scripts: false));
        await visit.GoAsync("/picture?asOf=2025-08-20");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Slider)).ToBeHiddenAsync();
        await visit.Page.GetByLabel("Date", new() { Exact = true }).FillAsync("2025-08-18");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Who stood where on 18 August 2025");
        visit.Page.Url.Should().EndWith("/picture?asOf=2025-08-18");
        (await MatrixAsync(visit)).Should().Be(await MatrixAsync("/picture?asOf=2025-08-18"));
        visit.MustBeClean();
    }

    [BrowserFact]
    public async Task A_link_to_cite_is_copied_whole()
    {
        await using var visit = await Visit.BeginAsync(tracker);
        await visit.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.GoAsync("/picture?asOf=2025-08-20");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Cite this picture" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Copied.");

        var copied = await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        copied.Should().Be(visit.Page.Url).And.MatchRegex("/snapshots/2025-08-20/seq:[0-9]+$");
        visit.MustBeClean();
    }

    private static async Task<string> MatrixAsync(Visit visit) => await visit.Page.GetByRole(AriaRole.Table).InnerTextAsync();

    private async Task<string> MatrixAsync(string address)
    {
        await using var visit = await Visit.BeginAsync(tracker);
        await visit.GoAsync(address);
        return await MatrixAsync(visit);
    }
}
