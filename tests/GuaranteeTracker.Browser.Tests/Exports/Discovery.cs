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
}
