using System.Text.Json.Nodes;
using System.Xml.Linq;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Browser.Tests.Readers;
using static GuaranteeTracker.Browser.Tests.Exports.Item;

namespace GuaranteeTracker.Browser.Tests.Exports;

/// <summary>A timeline as feedsmith reads its feed.</summary>
[Collection(AtHostileHome.Name)]
public sealed class Feeds(HostileHome home)
{
    private static readonly XNamespace _at = "http://purl.org/atompub/tombstones/1.0";

    public static TheoryData<string> Queries => Item.Queries;

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_reader_sees_every_item_once_what_was_said_last_first(string query)
    {
        var items = await ReadAsync(home.Tracker, query);

        var entries = (await FeedAsync(query))["entries"]!.AsArray();

        entries.Select(entry => (Text(entry!["categories"]![0]!["term"]), Text(entry["published"]), Link(entry, "alternate")))
            .Should().Equal(items.Reverse().Select(item => (item.Kind, item.At, Address(item.Page))));
        entries.Select(entry => Text(entry!["id"])).Should().OnlyHaveUniqueItems();
        entries.Where(entry => Text(entry!["categories"]![0]!["term"]) == "claim").Select(entry => Text(entry!["id"]))
            .Should().Equal(items.Reverse().Where(item => item.Kind == "claim").Select(item => $"urn:uuid:{item.Id}"));
        foreach (var (entry, item) in entries.Zip(items.Reverse()))
        {
            Text(entry!["title"]!["value"]).Should().ContainAll(item.Kind switch
            {
                "claim" => [Text(item.Json["stance"])],
                "shift" => [Text(item.Json["before"]), Text(item.Json["after"])],
                _ => [Text(item.Json["title"])],
            });
            Text(entry["content"]!["value"]).Should().Contain($"({item.Dates})").And.ContainAll(Text(item.Json["summary"]), Text(item.Json["quote"]), Text(item.Json["place"]));
            entry["authors"]!.AsArray().Should().NotBeEmpty().And.OnlyContain(author => Text(author!["name"]).Length > 0);
        }
    }

    [Fact]
    public async Task A_reader_finds_the_same_entry_under_the_same_id_whatever_was_asked()
    {
        var all = (await FeedAsync(""))["entries"]!.AsArray().Select(entry => entry!.ToJsonString()).ToList();
        var some = (await FeedAsync("actor=russia"))["entries"]!.AsArray().Select(entry => entry!.ToJsonString()).ToList();

        some.Should().NotBeEmpty().And.BeSubsetOf(all);
    }

    [Fact]
    public async Task A_reader_learns_where_the_feed_is_and_when_it_last_changed()
    {
        var feed = await FeedAsync("actor=russia");

        Link(feed, "self").Should().Be(Address("/api/timeline?actor=russia&format=atom"));
        Link(feed, "alternate").Should().Be(Address("/timeline?actor=russia"));
        Text(feed["id"]).Should().StartWith("urn:uuid:").And.NotBe(Text((await FeedAsync(""))["id"]));
        Text(feed["updated"]).Should().Be(feed["entries"]!.AsArray().Max(entry => Text(entry!["updated"])));
        var claim = feed["entries"]!.AsArray().First(entry => Text(entry!["categories"]![0]!["term"]) == "claim")!;
        var recorded = (await home.Tracker.Public.GetJsonAsync($"/api/claims/{Text(claim["id"])["urn:uuid:".Length..]}"))["recordedAt"];
        Text(claim["updated"]).Should().Be(Text(recorded));

        using var same = await home.Tracker.Public.GetAsync(Link(feed, "self"));
        JsonNode.DeepEquals(await Reader.FeedAsync(await same.Content.ReadAsByteArrayAsync()), feed).Should().BeTrue();
    }

    [Fact]
    public async Task A_reader_sees_recorded_words_as_they_are()
    {
        var entries = (await FeedAsync($"actor={HostileHome.Id}"))["entries"]!.AsArray();

        var claim = entries.Single(entry => Text(entry!["id"]) == $"urn:uuid:{HostileHome.Claim}")!;
        Text(claim["title"]!["value"]).Should().Be($"{HostileHome.ActorName}: open – {HostileHome.Title}");
        Text(claim["title"]!["type"]).Should().BeOneOf(["", "text"], "neither is HTML");
        Text(claim["content"]!["type"]).Should().Be("text");
        Text(claim["content"]!["value"]).Should().ContainAll(HostileHome.Summary, HostileHome.Passage, HostileHome.Venue, HostileHome.Publisher);
        Text(claim["authors"]![0]!["name"]).Should().Be(HostileHome.ActorName);
        Text(claim["categories"]![1]!["label"]).Should().Be(HostileHome.Title);
        entries.Should().ContainSingle(entry => Text(entry!["title"]!["value"]) == HostileHome.Meeting);
    }

    [Fact]
    public async Task What_was_retracted_is_no_entry_and_a_reader_that_knows_tombstones_learns_why()
    {
        var entries = (await FeedAsync($"topic={HostileHome.Id}"))["entries"]!.AsArray();
        var deleted = XDocument.Parse(await home.Tracker.Public.GetStringAsync($"/api/timeline?format=atom&topic={HostileHome.Id}")).Root!.Elements(_at + "deleted-entry").Single();

        entries.Select(entry => Text(entry!["id"])).Should().Contain($"urn:uuid:{HostileHome.Later}").And.NotContain($"urn:uuid:{HostileHome.Retracted}");
        deleted.Attribute("ref")!.Value.Should().Be($"urn:uuid:{HostileHome.Retracted}");
        deleted.Element(_at + "comment")!.Value.Should().Be(HostileHome.Reason);
    }

    private async Task<JsonNode> FeedAsync(string query) => await Reader.FeedAsync(await home.Tracker.Public.GetByteArrayAsync($"/api/timeline?format=atom&{query}"));

    private string Address(string path) => new Uri(home.Tracker.Public.BaseAddress!, path).ToString();

    private static string Link(JsonNode of, string relation) => Text(of["links"]!.AsArray().Single(link => Text(link!["rel"]) == relation)!["href"]);
}
