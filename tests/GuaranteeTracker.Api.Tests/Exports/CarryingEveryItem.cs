using System.Text.Json.Nodes;
using System.Xml.Linq;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Exports;

/// <summary>Whatever was recorded arrives, all of it, as the words that it is.</summary>
public sealed class CarryingEveryItem(HostileRecord record) : IClassFixture<HostileRecord>
{
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task TimelineJS_gets_every_item_once_with_words_that_stay_words()
    {
        var items = await record.ItemsAsync();
        var story = await record.Tracker.Public.GetJsonAsync("/api/timeline?format=timelinejs");

        var events = story["events"]!.AsArray();
        events.Select(e => Text(e!["unique_id"])).Should().Equal(items.Select(item => $"{Text(item["kind"])}-{Text(item["id"])}")).And.OnlyHaveUniqueItems();
        events.Should().OnlyContain(e => e!["start_date"]!["year"]!.GetValueKind() == System.Text.Json.JsonValueKind.Number);
        var claim = events.Single(e => Text(e!["unique_id"]) == $"claim-{HostileRecord.Claim}")!;
        Decoded(claim["text"]!["headline"]).Should().Contain(HostileRecord.Formula).And.Contain(HostileRecord.Title);
        System.Net.WebUtility.HtmlDecode(Decoded(claim["group"])).Should().Be(HostileRecord.Title, "TimelineJS decodes groups once before it takes them for HTML");
        claim["autolink"]!.GetValue<bool>().Should().BeFalse();
        Decoded(claim["text"]!["text"]).Should().Contain(HostileRecord.Script).And.Contain(HostileRecord.Passage);
        foreach (var html in events.SelectMany(e => new[] { e!["text"]!["headline"], e["text"]!["text"], e["group"] }).Select(Text))
        {
            System.Text.RegularExpressions.Regex.Replace(html, "</?p>|<a href=\"https://tracker\\.example\\.org/[a-z0-9/?&;=-]+\">|</a>", "").Should().NotContainAny("<", ">", "\"");
        }
    }

    [Fact]
    public async Task A_table_has_a_row_for_every_item_and_a_cell_for_every_field()
    {
        var items = await record.ItemsAsync();
        var rows = Table.Read(await record.Tracker.Public.GetStringAsync("/api/timeline?format=csv"));

        rows.Should().HaveCount(items.Count);
        foreach (var (row, item) in rows.Zip(items))
        {
            foreach (var (name, value) in item.AsObject())
            {
                var column = name is "stated" or "date" ? "edtf" : name;
                row[column].Should().Be(value is JsonArray list ? Csv.Join(list.Select(Text)) : Csv.Safe(Text(value)), name);
            }

            row.Where(cell => cell.Value.Length > 0).Should().OnlyContain(cell => !"=+-@\t\r\n".Contains(cell.Value[0]), "no cell is a formula");
        }

        rows.Single(row => row["id"] == HostileRecord.Claim)["actorName"].Should().Be("'" + HostileRecord.Formula);
    }

    [Fact]
    public async Task A_feed_has_an_entry_for_every_item_with_a_permanent_id_of_its_own()
    {
        var items = await record.ItemsAsync();
        var feed = XDocument.Parse(await record.Tracker.Public.GetStringAsync("/api/timeline?format=atom"), LoadOptions.PreserveWhitespace).Root!;

        var entries = feed.Elements(_atom + "entry").ToList();
        entries.Should().HaveCount(items.Count);
        entries.Select(entry => entry.Element(_atom + "id")!.Value).Should().OnlyHaveUniqueItems().And.OnlyContain(id => id.StartsWith("urn:uuid:", StringComparison.Ordinal));
        entries.Select(entry => Uri(entry, "alternate")).Should().Equal(items.Reverse().Select(item => PageOf(item)));
        entries.Select(entry => entry.Element(_atom + "published")!.Value).Should().Equal(items.Reverse().Select(item => Text(item["at"])));
        entries.Should().OnlyContain(entry => entry.Elements(_atom + "author").Any() && entry.Element(_atom + "content")!.Attribute("type")!.Value == "text");
        var claim = entries.Single(entry => entry.Element(_atom + "id")!.Value == $"urn:uuid:{HostileRecord.Claim}");
        claim.Element(_atom + "title")!.Value.Should().Be($"{HostileRecord.Formula}: open – {HostileRecord.Title}");
        claim.Element(_atom + "content")!.Value.Should().Contain(HostileRecord.Passage.Replace('\u000B', '\uFFFD').Replace('\uFFFF', '\uFFFD'), "XML has no way to write those two").And.Contain(HostileRecord.Script);
    }

    [Fact]
    public async Task A_calendar_has_an_event_for_every_encounter()
    {
        var met = (await record.ItemsAsync()).Where(item => Text(item["kind"]) == "encounter").ToList();
        var calendar = Calendar.Read(await record.Tracker.Public.GetByteArrayAsync("/api/timeline?format=ics"));

        calendar.Properties["X-GUARANTEETRACKER-COUNT"].Should().Be($"{met.Count}");
        calendar.Events.Select(e => e["UID"]).Should().Equal(met.Select(item => Text(item["id"])));
        calendar.Events.Should().OnlyContain(e => e["SUMMARY"].StartsWith($"-1, {HostileRecord.Script}; met", StringComparison.Ordinal) && e["LOCATION"] == "Oval Office; Washington, \\D.C."
            && e["DESCRIPTION"].Contains($"Present: {HostileRecord.Formula}, {HostileRecord.Script}.", StringComparison.Ordinal));
    }

    private static string PageOf(JsonNode item) => Text(item["kind"]) == "encounter"
        ? $"https://tracker.example.org/timeline?from={MarkedDay(item)}&to={MarkedDay(item)}"
        : $"https://tracker.example.org/claims/{Text(item["id"])}";

    /// <summary>The last day it allows; of an open end the first.</summary>
    private static string MarkedDay(JsonNode encounter) => (Text(encounter["date"]).EndsWith("/..", StringComparison.Ordinal) ? Text(encounter["date"]) : Text(encounter["at"]))[..10];

    private static string Uri(XElement entry, string relation) => entry.Elements(_atom + "link").Single(link => link.Attribute("rel")!.Value == relation).Attribute("href")!.Value;

    private static string Decoded(JsonNode? node) => System.Net.WebUtility.HtmlDecode(Text(node));

    private static string Text(JsonNode? node) => node?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null => "",
        System.Text.Json.JsonValueKind.String => node.GetValue<string>(),
        _ => node.ToJsonString(),
    };
}
