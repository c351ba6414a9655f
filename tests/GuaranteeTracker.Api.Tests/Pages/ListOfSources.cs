using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Pages;

public sealed class ListOfSources(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Sources_are_listed_the_newest_first_page_by_page_with_their_claims_and_whether_they_were_withdrawn()
    {
        await tracker.RecordCatalogueAsync(published: "2025-08-20");
        await tracker.SettleAsync();
        (await tracker.Public.OpenAsync("/sources")).WordsOf(".sources > li").Should().Equal(["Leaders met Example, 20 August 2025 · 0 claims"], "the list is read before more is recorded");
        foreach (var day in Enumerable.Range(1, 4))
        {
            var source = Samples.Source(new Guid(day, 0, 0, new byte[8]), published: string.Create(CultureInfo.InvariantCulture, $"2025-08-0{day}"));
            source["title"] = $"Day {day}";
            await Subject.MustAsync(tracker.Admin.PostAsync("/api/sources", source));
        }

        var withClaims = new Guid(3, 0, 0, new byte[8]);
        await tracker.RecordClaimAsync(withClaims, stated: "2025-08-01");
        var retracted = await tracker.RecordClaimAsync(withClaims, stated: "2025-08-02");
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{retracted}/retraction", new JsonObject { ["reason"] = "Twice." }, ("If-Match", "\"1\"")));
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/sources/{new Guid(2, 0, 0, new byte[8])}/withdrawal", new JsonObject { ["reason"] = "Forged." }, ("If-Match", "\"1\"")));
        await tracker.SettleAsync();

        var (address, listed) = ("/sources?limit=2", new List<string>());
        for (string? next = address; next is not null;)
        {
            var page = await tracker.Public.OpenAsync(next);
            listed.AddRange(page.WordsOf(".sources > li"));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        listed.Should().Equal(
            "Leaders met Example, 20 August 2025 · 0 claims",
            "Day 4 Example, 4 August 2025 · 0 claims",
            "Day 3 Example, 3 August 2025 · 1 claim",
            "Day 2 withdrawn Example, 2 August 2025 · 0 claims",
            "Day 1 Example, 1 August 2025 · 0 claims");
    }

    [Theory]
    [InlineData("cursor=abc", HttpStatusCode.BadRequest, "The cursor is not one that this list gave out", "Follow the link to older sources from the page before, or open /sources to begin.")]
    [InlineData("cursor=abc&cursor=abc", HttpStatusCode.BadRequest, "The cursor is not one that this list gave out", "Follow the link to older sources from the page before, or open /sources to begin.")]
    [InlineData("limit=x", HttpStatusCode.BadRequest, "A parameter of the address cannot be parsed", "Send limit once, as a whole number.")]
    [InlineData("limit=1000", HttpStatusCode.UnprocessableEntity, "A number is out of range", "limit: A page holds from 1 to 200 rows: send a limit from 1 to 200.")]
    public async Task A_bad_address_is_explained_on_a_page(string query, HttpStatusCode status, string title, string whatToDo)
    {
        var page = await tracker.Public.OpenAsync($"/sources?{query}", status);

        page.QuerySelector("h1").Words().Should().Be(title);
        page.WordsOf("main p, main li").Should().Contain(whatToDo);
    }
}
