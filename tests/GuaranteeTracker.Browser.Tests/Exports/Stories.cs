using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Replaying;
using GuaranteeTracker.Browser.Tests.Readers;
using GuaranteeTracker.Browser.Tests.Visiting;
using static GuaranteeTracker.Browser.Tests.Exports.Item;

namespace GuaranteeTracker.Browser.Tests.Exports;

/// <summary>A timeline as TimelineJS shows it, in a browser.</summary>
[Collection(AtHostileHome.Name)]
public sealed class Stories(HostileHome home)
{
    private const string AnythingButWords =
        "#timeline :is(script, img, svg, iframe, style, object, b, [onerror], [onload], [onmouseover], [href^='javascript']), .tl-text-content [style], .tl-text-content a:not([href^='http'])";

    public static TheoryData<string> Queries => Item.Queries;

    [BrowserTheory]
    [MemberData(nameof(Queries))]
    public async Task TimelineJS_takes_every_item_once_under_its_own_name_at_its_date(string query)
    {
        var items = await ReadAsync(home.Tracker, query);
        await using var visit = await Visit.BeginAsync(home.Tracker);

        var seen = await SeeAsync(visit, query);

        var events = seen["events"]!.AsArray();
        seen["errors"]!.AsArray().Should().BeEmpty();
        Text(seen["markers"]).Should().Be($"{items.Count}");
        events.Select(e => Text(e!["id"])).Should().BeEquivalentTo(items.Select(item => $"{item.Kind}-{item.Id}"), "none is dropped, and none gets another name");
        foreach (var (e, item) in events.Join(items, e => Text(e!["id"]), item => $"{item.Kind}-{item.Id}", (e, item) => (e!, item)))
        {
            Text(e["start"]!["start"]).Should().Be(FirstSecondOf(item.First), item.Dates);
            Text(e["start"]!["precision"]).Should().Be(PrecisionOf(item.First), item.Dates);
            Text(e["end"]?["start"]).Should().Be(item.Last is { } last ? FirstSecondOf(last) : "", item.Dates);
        }

        visit.MustBeClean();
    }

    [BrowserFact]
    public async Task TimelineJS_shows_every_seed()
    {
        var seeds = Directory.EnumerateFiles(Seeds.Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => (Kind: Path.GetFileName(file) switch { "claims.json" => "claim", "encounters.json" => "encounter", _ => null }, file))
            .Where(seed => seed.Kind is not null)
            .SelectMany(seed => JsonNode.Parse(File.ReadAllText(seed.file))!.AsArray().Select(one => $"{seed.Kind}-{Text(one!["id"])}")).ToList();
        await using var visit = await Visit.BeginAsync(home.Tracker);

        var seen = await SeeAsync(visit, "");

        seeds.Should().HaveCountGreaterThan(30);
        seen["events"]!.AsArray().Select(e => Text(e!["id"])).Should().Contain(seeds);
    }

    [BrowserTheory]
    [InlineData("")]
    [InlineData($"actor={HostileHome.Id}")]
    [InlineData($"topic={HostileHome.Id}&from=2025-08-18")]
    public async Task TimelineJS_shows_recorded_words_as_words_and_runs_none(string query)
    {
        await using var visit = await Visit.BeginAsync(home.Tracker);
        await SeeAsync(visit, query);

        (await ShownAsync(visit, ".tl-timegroup-message")).Should().Contain(HostileHome.Title);
        (await ShownAsync(visit, $"#claim-{HostileHome.Claim}-marker .tl-headline")).Should().Equal($"{HostileHome.ActorName}: open – {HostileHome.Title}");
        (await ShownAsync(visit, $"#claim-{HostileHome.Claim} .tl-headline")).Should().Equal($"{HostileHome.ActorName}: open – {HostileHome.Title}");
        (await ShownAsync(visit, $"#shift-{HostileHome.Later} .tl-headline")).Should().Equal($"{HostileHome.ActorName} turns from open to rejects – {HostileHome.Title}");
        (await ShownAsync(visit, $"#claim-{HostileHome.Claim} .tl-text-content")).Should().ContainSingle()
            .Which.Should().ContainAll(HostileHome.Summary, HostileHome.Passage, HostileHome.Venue, HostileHome.Publisher);
        (await ShownAsync(visit, $"#encounter-{HostileHome.Encounter} .tl-headline")).Should().Equal(HostileHome.Meeting);
        (await ShownAsync(visit, $"#encounter-{HostileHome.Encounter} .tl-text-content")).Should().ContainSingle().Which.Should().ContainAll(HostileHome.Place, HostileHome.ActorName);
        (await visit.Page.Locator(AnythingButWords).AllInnerTextsAsync()).Should().BeEmpty();
        visit.MustBeClean();
    }

    private static Task<JsonNode> SeeAsync(Visit visit, string query) => TimelineReader.SeeAsync(visit, $"/api/timeline?format=timelinejs&{query}");

    private static async Task<IReadOnlyList<string>> ShownAsync(Visit visit, string selector) => await visit.Page.Locator(selector).AllTextContentsAsync();

    private static string FirstSecondOf(string date) => date + "0000-01-01T00:00:00"[date.Length..];

    private static string PrecisionOf(string date) => date.Length switch { 4 => "year", 7 => "month", _ => "full" };
}
