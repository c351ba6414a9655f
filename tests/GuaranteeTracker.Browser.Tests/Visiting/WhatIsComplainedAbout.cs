using Microsoft.Playwright;

namespace GuaranteeTracker.Browser.Tests.Visiting;

/// <summary>A clean page says something only if an unclean one is found out.</summary>
[Collection(AtHome.Name)]
public sealed class WhatIsComplainedAbout(HomeTracker tracker)
{
    [BrowserTheory]
    [InlineData("<p style='color: red'>Words</p>", "*Content Security Policy: style-src-attr forbids inline*")]
    [InlineData("<script>1</script>", "*Content Security Policy: script-src-elem forbids inline*")]
    [InlineData("<img src='http://other.example/x.png'>", "*request left the host: http://other.example/x.png*")]
    [InlineData("<img src='/nothing.png'>", "*status 404: *")]
    [InlineData("<script src='/throws.js'></script>", "*exception: Error: thrown*")]
    [InlineData("<script src='/complains.js'></script>", "*console: a complaint*")]
    [InlineData("<script src='/alerts.js'></script>", "*console: a dialog: Hello*")]
    public async Task Whatever_a_page_may_not_do_is_told(string body, string complaint)
    {
        await using var visit = await Visit.BeginAsync(tracker);
        await ServeAsync(visit, body);

        await visit.GoAsync("/page");

        visit.Invoking(it => it.MustBeClean()).Should().Throw<Exception>().WithMessage(complaint);
    }

    [BrowserFact]
    public async Task Without_scripts_what_breaks_the_policy_is_told_all_the_same()
    {
        await using var visit = await Visit.BeginAsync(tracker, new(Scripts: false));
        await ServeAsync(visit, "<p style='color: red'>Words</p>");

        await visit.GoAsync("/page");

        visit.Invoking(it => it.MustBeClean()).Should().Throw<Exception>().WithMessage("*inline style*Content Security Policy*");
    }

    [BrowserFact]
    public async Task A_page_that_does_nothing_wrong_is_clean()
    {
        await using var visit = await Visit.BeginAsync(tracker);
        await ServeAsync(visit, "<p>Words</p>");

        await visit.GoAsync("/page");

        visit.MustBeClean();
    }

    [BrowserFact]
    public async Task A_picture_without_words_and_a_page_too_wide_are_told()
    {
        await using var visit = await Visit.BeginAsync(tracker, new(Screen.Narrow));
        await ServeAsync(visit, "<img width='2000' height='10' src='data:,'>");

        await visit.GoAsync("/page");

        (await visit.Awaiting(it => it.MustBeAccessibleAsync()).Should().ThrowAsync<Exception>()).WithMessage("*image-alt*");
        await visit.Awaiting(it => it.MustFitAsync()).Should().ThrowAsync<Exception>();
    }

    private static async Task ServeAsync(Visit visit, string body)
    {
        await visit.Page.RouteAsync("**/page", route => route.FulfillAsync(new()
        {
            Headers = new Dictionary<string, string> { ["Content-Type"] = "text/html", ["Content-Security-Policy"] = "default-src 'self'; img-src *" },
            Body = $"<!doctype html><html lang='en'><meta name='viewport' content='width=device-width'><title>A page</title>{body}",
        }));
        await visit.Page.RouteAsync("**/throws.js", route => route.FulfillAsync(Script("throw new Error('thrown')")));
        await visit.Page.RouteAsync("**/complains.js", route => route.FulfillAsync(Script("console.error('a complaint')")));
        await visit.Page.RouteAsync("**/alerts.js", route => route.FulfillAsync(Script("alert('Hello')")));
    }

    private static RouteFulfillOptions Script(string script) => new() { ContentType = "text/javascript", Body = script };
}
