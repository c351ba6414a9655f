using System.Text.Json.Nodes;
using System.Xml.Linq;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Exports;

/// <summary>What a feed tells of claims that count no more (RFC 6721).</summary>
public sealed class Tombstones(Tracker tracker) : IClassFixture<Tracker>
{
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom", _at = "http://purl.org/atompub/tombstones/1.0";

    [Fact]
    public async Task A_retracted_claim_is_a_deleted_entry_with_when_and_why_from_its_own_K_on()
    {
        var subject = await Subject.RecordAsync(tracker);
        var (kept, claim) = (await subject.RecordClaimAsync("open", "2025-08-18"), await subject.RecordClaimAsync("rejects", "2025-08-19"));
        var before = await tracker.SettleAsync();
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{claim}/retraction", new JsonObject { ["reason"] = "Misread <b>this</b> & that" }, ("If-Match", "\"1\"")));
        var now = await FeedAsync($"topic={subject.Topic}");
        var after = await tracker.SettleAsync();

        foreach (var feed in new[] { now, await FeedAsync($"topic={subject.Topic}&knownAt=seq:{after}&v=1") })
        {
            Entries(feed).Should().Equal($"urn:uuid:{kept}");
            var deleted = feed.Elements(_at + "deleted-entry").Single();
            deleted.Attribute("ref")!.Value.Should().Be($"urn:uuid:{claim}");
            var history = await tracker.Public.GetJsonAsync($"/api/claims/{claim}/history");
            deleted.Attribute("when")!.Value.Should().Be(history["events"]![1]!["at"]!.GetValue<string>());
            deleted.Element(_at + "comment")!.Value.Should().Be("Misread <b>this</b> & that");
            feed.Element(_atom + "updated")!.Value.Should().Be(deleted.Attribute("when")!.Value);
        }

        var earlier = await FeedAsync($"topic={subject.Topic}&knownAt=seq:{before}&v=1");
        Entries(earlier).Should().Contain($"urn:uuid:{claim}").And.HaveCount(3, "two claims and the shift between them");
        earlier.Elements(_at + "deleted-entry").Should().BeEmpty();
        earlier.Element(_atom + "id")!.Value.Should().Be(now.Element(_atom + "id")!.Value);
    }

    [Fact]
    public async Task The_claims_of_a_withdrawn_source_are_deleted_entries_with_its_reason()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claims = new[] { await subject.RecordClaimAsync("open", "2025-08-18"), await subject.RecordClaimAsync("open", "2025-08-19") };
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/sources/{subject.Source}/withdrawal", new JsonObject { ["reason"] = "It was made up" }, ("If-Match", "\"1\"")));

        var feed = await FeedAsync($"topic={subject.Topic}");

        Entries(feed).Should().BeEmpty();
        feed.Elements(_at + "deleted-entry").Select(deleted => (deleted.Attribute("ref")!.Value, deleted.Element(_at + "comment")!.Value))
            .Should().BeEquivalentTo(claims.Select(claim => ($"urn:uuid:{claim}", "It was made up")));
    }

    [Fact]
    public async Task A_corrected_claim_is_no_deleted_entry_and_is_updated_when_it_was_corrected()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync();
        var content = subject.Claim("rejects");
        content.Remove("id");
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{claim}/correction", new JsonObject { ["reason"] = "Misheard", ["claim"] = content }, ("If-Match", "\"1\"")));
        var corrected = await FeedAsync($"topic={subject.Topic}");
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{claim}/dispute", new JsonObject { ["reason"] = "Who heard it?" }, ("If-Match", "\"2\"")));
        var disputed = await FeedAsync($"topic={subject.Topic}");

        var events = (await tracker.Public.GetJsonAsync($"/api/claims/{claim}/history"))["events"]!.AsArray();
        foreach (var (feed, place) in new[] { (corrected, 1), (disputed, 2) })
        {
            feed.Elements(_at + "deleted-entry").Should().BeEmpty();
            feed.Element(_atom + "entry")!.Element(_atom + "updated")!.Value.Should().Be(events[place]!["at"]!.GetValue<string>());
        }

        disputed.Element(_atom + "entry")!.Element(_atom + "content")!.Value.Should().Contain("Disputed.");
    }

    [Fact]
    public async Task A_claim_that_was_moved_to_another_topic_goes_on_there_and_is_deleted_nowhere()
    {
        var (from, to) = (await Subject.RecordAsync(tracker), await Subject.RecordAsync(tracker));
        var claim = await from.RecordClaimAsync();
        var content = from.Claim();
        content.Remove("id");
        content["topic"] = to.Topic;
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{claim}/correction", new JsonObject { ["reason"] = "Another topic", ["claim"] = content }, ("If-Match", "\"1\"")));

        Entries(await FeedAsync($"topic={to.Topic}")).Should().Equal($"urn:uuid:{claim}");
        (await FeedAsync($"topic={from.Topic}")).Elements().Select(element => element.Name.LocalName).Should().NotContain(["entry", "deleted-entry"]);
    }

    [Fact]
    public async Task What_was_not_asked_for_is_no_deleted_entry_either()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync("open", "2025-08-18");
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{claim}/retraction", new JsonObject { ["reason"] = "Misread" }, ("If-Match", "\"1\"")));

        async Task<int> CountAsync(string query) => (await FeedAsync($"topic={subject.Topic}&{query}")).Elements(_at + "deleted-entry").Count();

        (await CountAsync("")).Should().Be(1);
        (await CountAsync("from=2025-08-18&to=2025-08-18&actor=us")).Should().Be(1);
        (await CountAsync("actor=russia")).Should().Be(0);
        (await CountAsync("from=2025-08-19")).Should().Be(0);
        (await CountAsync("to=2025-08-17")).Should().Be(0);
    }

    private async Task<XElement> FeedAsync(string query) => XDocument.Parse(await tracker.Public.GetStringAsync($"/api/timeline?{query}&format=atom")).Root!;

    private static IEnumerable<string> Entries(XElement feed) => feed.Elements(_atom + "entry").Select(entry => entry.Element(_atom + "id")!.Value);
}
