using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Pages;

public sealed class SourcePages(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_retracted_claim_stands_apart_and_its_words_are_not_marked()
    {
        var subject = await Subject.RecordAsync(tracker);
        var (live, retracted) = (await subject.RecordClaimAsync(), await subject.RecordClaimAsync("supports", "2025-08-19"));
        await EndAsync($"/api/claims/{retracted}/retraction", "It was <misread>.");

        var page = await tracker.Admin.OpenAsync($"/sources/{subject.Source}");

        page.Marked(retracted, 0).Should().BeEmpty();
        page.Marked(live, 0).Should().Be("the US would help by air");
        page.QuerySelector($"#retracted ~ ol #claim-{retracted}")!.Words().Should().Contain("Retracted: It was <misread>.");
        page.QuerySelector($".evidence #claim-{retracted}").Should().BeNull();
        var place = (await tracker.Public.OpenAsync($"/claims/{retracted}")).QuerySelector("figcaption a")!.GetAttribute("href");
        place.Should().Be($"/sources/{subject.Source}#claim-{retracted}");
    }

    [Fact]
    public async Task A_disputed_claim_is_flagged_at_its_words_and_beside_them()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync();
        await EndAsync($"/api/claims/{claim}/dispute", "Who said it?");

        var page = await tracker.Public.OpenAsync($"/sources/{subject.Source}");

        page.QuerySelector($"mark[data-claim~='{claim}']")!.ClassList.Should().Contain("disputed");
        page.GetElementById($"claim-{claim}")!.Words().Should().Contain("disputed");
    }

    [Fact]
    public async Task A_withdrawn_source_says_so_and_why()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync();
        await EndAsync($"/api/sources/{subject.Source}/withdrawal", "It was a forgery.");

        (await tracker.Public.OpenAsync($"/sources/{subject.Source}")).QuerySelector(".notice")!.Words().Should().Be("This source was withdrawn. No claim found in it counts any more. Why: It was a forgery.");
        (await tracker.Public.OpenAsync($"/claims/{claim}")).QuerySelector(".notice")!.Words().Should().Be("Its source was withdrawn. The claim no longer counts. Why: It was a forgery.");
    }

    [Fact]
    public async Task Of_a_text_that_was_taken_down_the_quotes_are_shown_alone()
    {
        var text = $"Taken down: the US would help by air. {Guid.NewGuid()}";
        var (source, claim) = (Guid.NewGuid(), Guid.NewGuid());
        await tracker.RecordCatalogueAsync();
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/sources", Samples.Source(source, text)));
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, claim)));
        await tracker.QueryAsync<string>($"delete from {Tables.SourceTexts} where text = '{text}' returning sha256");

        var page = await tracker.Admin.OpenAsync($"/sources/{source}");

        page.QuerySelector("main")!.Words().Should().Contain("The text of this source was taken down.").And.NotContain("Taken down: the US");
        page.Marked(claim, 0).Should().Be("the US would help by air");
        page.QuerySelectorAll($"#words-{claim}-0").Should().ContainSingle();
    }

    [Fact]
    public async Task A_page_tells_what_the_source_is()
    {
        await tracker.RecordCatalogueAsync();
        var (first, second) = (Samples.Source(Guid.NewGuid(), "A first text."), Samples.Source(Guid.NewGuid(), "𝕎 A second text."));
        second["revises"] = first["id"]!.GetValue<string>();
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/sources", first));
        var recorded = await Subject.MustAsync(tracker.Admin.PostAsync("/api/sources", second));

        var page = await tracker.Public.OpenAsync($"/sources/{second["id"]}");

        page.QuerySelector("dl.facts")!.Words().Should().Contain($"16 code points, SHA-256 {recorded["sha256"]}").And.Contain("Language en");
        page.QuerySelector($"dl.facts a[href='/sources/{first["id"]}']")!.TextContent.Should().Be("Leaders met");
        page.QuerySelector("dl.facts a[href='https://example.org/article']")!.GetAttribute("rel").Should().Be("noopener noreferrer nofollow");
        page.QuerySelector(".byline")!.Words().Should().Be("Example, 20 August 2025");
        page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").Should().Be($"https://tracker.example.org/sources/{second["id"]}");
    }

    [Fact]
    public async Task It_is_asked_for_again_and_answered_304_where_nothing_changed()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync();
        await tracker.SettleAsync(); // pages name their checkpoint
        foreach (var address in new[] { $"/sources/{subject.Source}", $"/claims/{claim}" })
        {
            using var response = await tracker.Public.GetAsync(address);
            response.Headers.NonValidated["Cache-Control"].ToString().Should().Be("public, no-cache");
            response.Headers.Vary.Should().Contain("Authorization");
            using var head = await tracker.Public.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
            head.Content.Headers.ContentLength.Should().Be(response.Content.Headers.ContentLength);
            head.Headers.ETag.Should().Be(response.Headers.ETag);

            (await AgainAsync(address, response)).Should().Be(HttpStatusCode.NotModified);
            await EndAsync($"/api/claims/{claim}/dispute", $"Changed after {address}.", "*");
            (await AgainAsync(address, response)).Should().Be(HttpStatusCode.OK);
            using var reader = await tracker.Admin.GetAsync(address);
            reader.Headers.NonValidated["Cache-Control"].ToString().Should().Be("private, no-cache");
        }
    }

    [Theory]
    [InlineData("/sources/3a1b4f4e-0000-4000-8000-000000000000", "There is no source 3a1b4f4e-0000-4000-8000-000000000000 on record.")]
    [InlineData("/claims/3a1b4f4e-0000-4000-8000-000000000000", "There is no claim 3a1b4f4e-0000-4000-8000-000000000000 on record.")]
    [InlineData("/sources/abc", "There is nothing at this address")]
    [InlineData("/claims/%3Cscript%3E", "There is nothing at this address")]
    [InlineData("/claims/", "There is nothing at this address")]
    public async Task What_is_not_there_is_404_as_a_page(string address, string words)
    {
        var page = await tracker.Public.OpenAsync(address, HttpStatusCode.NotFound);

        page.QuerySelector("main")!.TextContent.Should().Contain(words);
    }

    private async Task<HttpStatusCode> AgainAsync(string address, HttpResponseMessage had)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { had.Headers.ETag! } } };
        using var again = await tracker.Public.SendAsync(request);
        return again.StatusCode;
    }

    private Task EndAsync(string address, string reason, string version = "\"1\"") =>
        Subject.MustAsync(tracker.Admin.PostAsync(address, new JsonObject { ["reason"] = reason }, ("If-Match", version)));
}
