using GuaranteeTracker.Browser.Tests.Visiting;

namespace GuaranteeTracker.Browser.Tests.Exports;

/// <summary>Images as a browser opens them.</summary>
[Collection(AtHostileHome.Name)]
public sealed class Images(HostileHome home)
{
    public static TheoryData<string> Drawn { get; } = new()
    {
        "/picture.{0}?asOf=2025-08-20", $"/picture.{{0}}?asOf=2025-08-20&actor={HostileHome.Id}", "/picture.{0}?asOf=1999-12-31", $"/topics/{HostileHome.Id}.{{0}}", $"/actors/{HostileHome.Id}.{{0}}",
        "/timeline.{0}", $"/timeline.{{0}}?topic={HostileHome.Id}&from=2025-08-18",
    };

    [BrowserTheory]
    [MemberData(nameof(Drawn))]
    public async Task A_bitmap_decodes_in_the_size_that_cards_take(string address)
    {
        await using var visit = await Visit.BeginAsync(home.Tracker);
        await visit.GoAsync("/picture");

        var size = await visit.Page.EvaluateAsync<int[]>(
            "async address => { const image = new Image(); image.src = address; await image.decode(); return [image.naturalWidth, image.naturalHeight] }",
            address.Replace("{0}", "png", StringComparison.Ordinal));

        size.Should().Equal(1200, 675);
        visit.MustBeClean();
    }

    [BrowserTheory]
    [MemberData(nameof(Drawn))]
    public async Task A_drawing_opened_alone_is_clean_and_holds_no_script(string address)
    {
        await using var visit = await Visit.BeginAsync(home.Tracker);

        var response = await visit.GoAsync(address.Replace("{0}", "svg", StringComparison.Ordinal));

        response.Headers["content-type"].Should().StartWith("image/svg+xml");
        response.Headers["content-security-policy"].Should().Contain("default-src 'none'");
        (await visit.Page.EvaluateAsync<string>("document.documentElement.localName")).Should().Be("svg", "an error in it would be shown in its place");
        (await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('*')].map(e => e.localName).filter(name => !['svg', 'title', 'desc', 'g', 'a', 'rect', 'line', 'circle', 'polygon', 'text'].includes(name))"))
            .Should().BeEmpty();
        (await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).map(a => a.name).filter(name => name.startsWith('on') || name === 'style')")).Should().BeEmpty();
        visit.MustBeClean();
    }

    [BrowserTheory]
    [InlineData($"/topics/{HostileHome.Id}.svg", HostileHome.Title)]
    [InlineData($"/actors/{HostileHome.Id}.svg", HostileHome.ActorName)]
    public async Task A_drawing_shows_recorded_words_as_words(string address, string words)
    {
        await using var visit = await Visit.BeginAsync(home.Tracker);

        await visit.GoAsync(address);

        (await visit.Page.EvaluateAsync<string>("document.querySelector('title').textContent")).Should().Contain(words);
        visit.MustBeClean();
    }
}
