using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Exports;

public sealed class LongFeeds(Tracker tracker) : IClassFixture<Tracker>
{
    private const int Claims = 1_010;

    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom", _deleted = "http://purl.org/atompub/tombstones/1.0";

    [Fact]
    public async Task A_feed_of_much_has_the_newest_of_it_and_says_from_when_on()
    {
        var subject = await Subject.RecordAsync(tracker);
        var ids = Enumerable.Range(0, Claims).Select(_ => Guid.NewGuid()).ToList();
        await Parallel.ForAsync(0, Claims, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            var day = new DateOnly(2022, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", subject.Claim("open", day, ids[i])));
        });
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{ids[0]}/retraction", new JsonObject { ["reason"] = "Misread." }, ("If-Match", "\"1\"")));
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{ids[^1]}/retraction", new JsonObject { ["reason"] = "Misread." }, ("If-Match", "\"1\"")));

        using var response = await tracker.Public.GetAsync("/api/timeline?format=atom");
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        var entries = feed.Elements(_atom + "entry").Select(entry => entry.Element(_atom + "id")!.Value).ToList();

        entries.Should().HaveCount(500).And.OnlyHaveUniqueItems();
        entries.Should().Equal(ids.SkipLast(1).TakeLast(500).Reverse().Select(id => $"urn:uuid:{id}"), "the newest stand first");
        feed.Elements(_deleted + "deleted-entry").Select(entry => entry.Attribute("ref")!.Value).Should().Equal([$"urn:uuid:{ids[^1]}"], "what was said before its beginning is not in it either way");
        response.Headers.GetValues("Period").Single().Should().Be("2023-05-25T00:00:00Z/..");
        (await tracker.Public.GetJsonAsync("/api/timeline"))["items"]!.AsArray().Should().HaveCount(Claims - 2, "everything is to be had where it is not a feed");
    }
}
