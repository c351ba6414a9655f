using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Browser.Tests.Readers;
using GuaranteeTracker.Browser.Tests.Visiting;

namespace GuaranteeTracker.Browser.Tests.Exports;

/// <summary>What a page's head leads programs to.</summary>
[Collection(AtHostileHome.Name)]
public sealed class Discovery(HostileHome home)
{
    [BrowserTheory]
    [InlineData("/picture", "")]
    [InlineData("/picture?asOf=2025-08-20", "")]
    [InlineData("/snapshots/2025-08-20/seq:67", "")]
    [InlineData("/timeline?actor=russia", "actor=russia")]
    [InlineData("/topics/security-guarantees", "topic=security-guarantees")]
    [InlineData("/actors/russia", "actor=russia")]
    public async Task A_feed_that_a_page_names_is_read(string page, string query)
    {
        await using var visit = await Visit.BeginAsync(home.Tracker);
        await visit.GoAsync(page);

        var address = await visit.Page.EvaluateAsync<string>("document.querySelector(\"link[rel=alternate][type='application/atom+xml']\").href");
        using var response = await home.Tracker.Public.GetAsync(address);
        var feed = await Reader.FeedAsync(await response.Content.ReadAsByteArrayAsync());

        response.Content.Headers.ContentType!.MediaType.Should().Be("application/atom+xml");
        feed["entries"]!.AsArray().Should().HaveCount((await Item.ReadAsync(home.Tracker, query)).Count);
        visit.MustBeClean();
    }

    [BrowserFact]
    public async Task A_description_of_how_to_embed_a_snapshot_leads_to_what_others_can_show()
    {
        await using var visit = await Visit.BeginAsync(home.Tracker);
        await visit.GoAsync("/snapshots/2025-08-20/seq:67");

        var address = await visit.Page.EvaluateAsync<string>("document.querySelector(\"link[rel=alternate][type='application/json+oembed']\").href");
        var description = await home.Tracker.Public.GetJsonAsync(address);
        var frame = await visit.Page.EvaluateAsync<string>("html => new DOMParser().parseFromString(html, 'text/html').querySelector('iframe').src", Item.Text(description["html"]));
        var shown = await visit.GoAsync(frame);

        (Item.Text(description["type"]), Item.Text(description["version"])).Should().Be(("rich", "1.0"));
        shown.Headers["content-security-policy"].Should().NotContain("frame-ancestors 'none'");
        (await visit.Page.Locator("h1").InnerTextAsync()).Should().Be("Who stood where on 20 August 2025");
        visit.MustBeClean();
    }
}
