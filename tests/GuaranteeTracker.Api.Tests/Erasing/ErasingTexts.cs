using System.Net;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Ledger;
using GuaranteeTracker.Api.Tests.Recording;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Api.Tests.Erasing;

/// <summary>A source's text is removed, and nothing that was recorded changes.</summary>
public sealed class ErasingTexts(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task The_text_is_gone_and_the_fact_of_it_stays()
    {
        var (source, text) = await tracker.RecordTextAsync();

        using var response = await tracker.Admin.EraseAsync("source-text", source, "The publisher asked\nfor it.");

        response.StatusCode.Should().Be(HttpStatusCode.Created);
        var erasure = await response.JsonAsync();
        erasure["kind"]!.GetValue<string>().Should().Be("source-text");
        erasure["subject"]!.GetValue<Guid>().Should().Be(source);
        erasure["sha256"]!.GetValue<string>().Should().Be(SourceText.HashOf(text));
        erasure["reason"]!.GetValue<string>().Should().Be("The publisher asked\nfor it.");
        erasure["by"]!.GetValue<Guid>().Should().Be(await tracker.AdminAsync());
        erasure["sources"]!.AsArray().Select(id => id!.GetValue<Guid>()).Should().Equal(source);
        (await tracker.KeepsAsync(text)).Should().BeFalse();

        using var gone = await tracker.Admin.GetAsync($"/api/sources/{source}/text");
        (await gone.ShouldBeProblemAsync(410, "text-taken-down"))["detail"]!.GetValue<string>().Should().Contain($"at {erasure["at"]}").And.Contain("The publisher asked\nfor it.");
        var known = await tracker.Public.GetJsonAsync($"/api/sources/{source}");
        known["textErased"]!.ToJsonString().Should().Be($$"""{"at":"{{erasure["at"]}}","reason":"The publisher asked\nfor it."}""");
        known["sha256"]!.GetValue<string>().Should().Be(SourceText.HashOf(text));
        var page = (await tracker.Admin.OpenAsync($"/sources/{source}")).QuerySelector("main")!.Words();
        page.Should().Contain("The text of this source was taken down on").And.Contain("Why: The publisher asked for it.").And.NotContain("stands in no quote");
    }

    [Fact]
    public async Task While_a_text_is_kept_nothing_is_said_of_erasing()
    {
        var (source, _) = await tracker.RecordTextAsync();

        var known = await tracker.Public.GetJsonAsync($"/api/sources/{source}");

        known.Should().ContainKey("textErased");
        known["textErased"].Should().BeNull();
    }

    [Fact]
    public async Task No_event_no_leaf_no_checkpoint_and_no_snapshot_changes()
    {
        var (source, _) = await tracker.RecordTextAsync();
        var claim = await tracker.RecordClaimAsync(source);
        var last = await tracker.SettleAsync();
        string[] pinned = [$"/api/picture?asOf=2025-08-20&knownAt=seq:{last}&v=1", $"/api/claims?knownAt=seq:{last}&v=1", $"/picture.svg?asOf=2025-08-20&knownAt=seq:{last}&v=1"];
        string[] pages = [$"/api/claims/{claim}", $"/api/claims/{claim}/history", $"/claims/{claim}", $"/snapshots/2025-08-20/seq:{last}", $"/api/claims?q=%22help+by+air%22&source={source}"];
        var before = await SnapAsync();

        using var response = await tracker.Admin.EraseAsync("source-text", source);

        response.StatusCode.Should().Be(HttpStatusCode.Created);
        (await SnapAsync()).Should().Equal(before);
        await tracker.LedgerShouldBeSoundAsync();
        before.Should().NotContain(answer => answer.Contains("stands in no quote", StringComparison.Ordinal), "no snapshot ever carried more than quotes");
        before[3].Should().Contain("the US would help by air");

        async Task<List<string>> SnapAsync()
        {
            var answers = new List<string>
            {
                string.Join('\n', await tracker.StoredHashesAsync()), string.Join('\n', await tracker.LeavesAsync()), string.Join('\n', await tracker.RootsAsync()),
            };
            foreach (var address in pinned.Concat(pages))
            {
                answers.Add(await tracker.Public.GetStringAsync(address));
            }

            return answers;
        }
    }

    [Fact]
    public async Task Whoever_has_the_text_and_asks_again_is_told_that_it_is_gone()
    {
        var (source, _) = await tracker.RecordTextAsync();
        using var had = await tracker.Admin.GetAsync($"/api/sources/{source}/text");
        using var known = await tracker.Public.GetAsync($"/api/sources/{source}");
        await Subject.MustAsync(tracker.Admin.EraseAsync("source-text", source));

        using var ask = new HttpRequestMessage(HttpMethod.Get, $"/api/sources/{source}/text") { Headers = { IfNoneMatch = { had.Headers.ETag! } } };
        using var again = await tracker.Admin.SendAsync(ask);
        using var askAbout = new HttpRequestMessage(HttpMethod.Get, $"/api/sources/{source}") { Headers = { IfNoneMatch = { known.Headers.ETag! } } };
        using var about = await tracker.Public.SendAsync(askAbout);

        again.StatusCode.Should().Be(HttpStatusCode.Gone);
        about.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task All_sources_with_the_same_text_are_without_it_and_any_of_them_answers_with_the_first_fact()
    {
        var (first, text) = await tracker.RecordTextAsync();
        var second = Guid.NewGuid();
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/sources", Samples.Source(second, text)));

        var erasure = await Subject.MustAsync(tracker.Admin.EraseAsync("source-text", second));
        using var again = await tracker.Admin.EraseAsync("source-text", first, "Another reason.");

        erasure["sources"]!.AsArray().Select(id => id!.GetValue<Guid>()).Should().Equal(first, second);
        again.StatusCode.Should().Be(HttpStatusCode.OK);
        (await again.JsonAsync()).ToJsonString().Should().Be(erasure.ToJsonString());
        foreach (var source in new[] { first, second })
        {
            using var gone = await tracker.Admin.GetAsync($"/api/sources/{source}/text");
            gone.StatusCode.Should().Be(HttpStatusCode.Gone);
            (await tracker.Public.GetJsonAsync($"/api/sources/{source}"))["textErased"]!["reason"]!.GetValue<string>().Should().Be("The publisher asked for it.");
        }

        (await tracker.CountErasuresAsync(first) + await tracker.CountErasuresAsync(second)).Should().Be(1);
    }

    [Fact]
    public async Task A_text_that_is_back_goes_again_and_the_first_fact_stays()
    {
        var (source, text) = await tracker.RecordTextAsync();
        var first = await Subject.MustAsync(tracker.Admin.EraseAsync("source-text", source));
        await tracker.QueryAsync<string>($"insert into {Tables.SourceTexts} values ('{SourceText.HashOf(text)}', 'restored') returning text");

        using var again = await tracker.Admin.EraseAsync("source-text", source);

        again.StatusCode.Should().Be(HttpStatusCode.OK);
        (await again.JsonAsync()).ToJsonString().Should().Be(first.ToJsonString());
        (await tracker.KeepsAsync(text)).Should().BeFalse();
        (await tracker.CountErasuresAsync(source)).Should().Be(1);
    }

    [Fact]
    public async Task An_idempotency_key_replays_the_first_answer()
    {
        var (source, _) = await tracker.RecordTextAsync();
        var wish = Erasures.Erasure("source-text", source);

        using var first = await tracker.Admin.PostAsync(Erasures.Path, wish, ("Idempotency-Key", "erase-once"));
        using var again = await tracker.Admin.PostAsync(Erasures.Path, wish, ("Idempotency-Key", "erase-once"));
        using var other = await tracker.Admin.PostAsync(Erasures.Path, Erasures.Erasure("source-text", source, "Another reason."), ("Idempotency-Key", "erase-once"));

        (first.StatusCode, again.StatusCode).Should().Be((HttpStatusCode.Created, HttpStatusCode.Created));
        (await again.JsonAsync()).ToJsonString().Should().Be((await first.JsonAsync()).ToJsonString());
        await other.ShouldBeProblemAsync(422, "idempotency-key-reused");
    }
}
