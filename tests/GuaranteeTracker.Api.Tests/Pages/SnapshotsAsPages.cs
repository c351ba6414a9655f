using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Pages;

public sealed class SnapshotsAsPages(Tracker tracker) : IClassFixture<Tracker>
{
    private static readonly string[] _exports = ["timelinejs", "csv", "atom", "ics"];

    [Fact]
    public async Task Later_recording_and_renaming_change_nothing_on_a_pinned_page()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync();
        var known = await tracker.SettleAsync();
        string[] addresses =
        [
            $"/snapshots/2025-08-20/seq:{known}", $"/embed/snapshots/2025-08-20/seq:{known}", $"/picture?asOf=2025-08-20&knownAt=seq:{known}",
            $"/topics/{subject.Topic}?asOf=2025-08-20&knownAt=seq:{known}", $"/actors/us?knownAt=seq:{known}", $"/timeline?knownAt=seq:{known}",
            $"/compare?from=2025-08-17&to=2025-08-20&knownFrom=seq:{known}&knownTo=seq:{known}",
            $"/picture.svg?asOf=2025-08-20&knownAt=seq:{known}", $"/topics/{subject.Topic}.svg?knownAt=seq:{known}", $"/timeline.svg?knownAt=seq:{known}",
            .. _exports.Select(format => $"/api/timeline?format={format}&knownAt=seq:{known}"), // without v, so that nothing kept is answered
        ];
        var before = await Task.WhenAll(addresses.Select(tracker.Public.GetStringAsync));

        await subject.RecordClaimAsync("rejects", "2025-08-19");
        await Subject.MustAsync(tracker.Admin.PutAsync("/api/actors/us", Samples.Actor("Renamed"), ("If-Match", "\"1\"")));
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{claim}/retraction", new System.Text.Json.Nodes.JsonObject { ["reason"] = "Misread." }, ("If-Match", "\"1\"")));
        await tracker.SettleAsync(); // what is kept in memory knows of it now
        var now = await tracker.Public.GetStringAsync("/picture?asOf=2025-08-20");

        (await Task.WhenAll(addresses.Select(tracker.Public.GetStringAsync))).Should().Equal(before);
        now.Should().Contain("Renamed").And.Contain("rejects").And.NotBe(before[2]);
    }

    [Fact]
    public async Task An_encounter_without_an_end_does_not_stretch_the_days_to_choose_from()
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync();
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/encounters", new System.Text.Json.Nodes.JsonObject
        {
            ["title"] = "Talks", ["date"] = "2025-08-16/..", ["present"] = new System.Text.Json.Nodes.JsonArray("us"),
        }));

        var page = await tracker.Public.OpenAsync("/picture?asOf=2025-08-18");

        int.Parse(page.QuerySelector("#slider")!.GetAttribute("max")!, System.Globalization.CultureInfo.InvariantCulture).Should().BeLessThan(30);
        page.QuerySelectorAll(".encounters a").Select(link => link.GetAttribute("href")).Should().Contain("/picture?asOf=2025-08-16");
    }

    [Theory]
    [InlineData("/topics")]
    [InlineData("/actors")]
    [InlineData("/topics/{0}")]
    public async Task A_link_that_keeps_a_page_so_keeps_its_D_too(string path)
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync();
        var known = await tracker.SettleAsync();

        var page = await tracker.Public.OpenAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, subject.Topic));

        page.QuerySelector("a[rel=nofollow][href*=knownAt]")!.GetAttribute("href").Should().Contain($"knownAt=seq:{known}").And.MatchRegex("asOf=[0-9]{4}-[0-9]{2}-[0-9]{2}");
    }

    [Fact]
    public async Task Words_of_its_own_after_hearsay_are_no_change_of_side()
    {
        var subject = await Subject.RecordAsync(tracker);
        var told = subject.Claim("open", "2025-08-16");
        (told["voice"], told["speaker"], told["reportedBy"]) = ("hearsay", null, "russia");
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", told));
        await subject.RecordClaimAsync("opposes", "2025-08-18");

        var page = await tracker.Public.OpenAsync($"/compare?from=2025-08-16&to=2025-08-18&topic={subject.Topic}");

        page.Body.Words().Should().Contain("The first position of its own; until then only hearsay told of one.").And.NotContain("A reversal.");
    }

    [Fact]
    public async Task What_is_recorded_is_text_and_nothing_else()
    {
        const string Hostile = "</title><script>alert(1)</script><img src=x onerror=alert(1)>";
        var subject = await Subject.RecordAsync(tracker);
        var topic = Samples.Topic(Hostile, Hostile);
        await Subject.MustAsync(tracker.Admin.PutAsync($"/api/topics/{subject.Topic}", topic, ("If-Match", "\"1\"")));
        await Subject.MustAsync(tracker.Admin.PutAsync("/api/actors/somebody", Samples.Actor(Hostile)));
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/encounters", new System.Text.Json.Nodes.JsonObject
        {
            ["title"] = Hostile, ["date"] = "2025-08-18", ["place"] = Hostile, ["present"] = new System.Text.Json.Nodes.JsonArray("somebody"),
        }));
        var claim = subject.Claim();
        (claim["actor"], claim["speaker"], claim["summary"]) = ("somebody", null, Hostile);
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", claim));
        var known = await tracker.SettleAsync();

        foreach (var address in new[] { "/picture?asOf=2025-08-18", $"/snapshots/2025-08-18/seq:{known}", $"/embed/snapshots/2025-08-18/seq:{known}" })
        {
            var page = await tracker.Public.OpenAsync(address);

            page.MustBeHarmless();
            page.Body!.TextContent.Should().Contain(Hostile, address);
        }
    }
}
