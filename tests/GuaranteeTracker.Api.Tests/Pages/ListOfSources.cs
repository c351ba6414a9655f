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
        (await tracker.Public.PageAsync("/sources")).QuerySelector("main")!.TextContent.Should().NotBeEmpty("the list is read before more is recorded");
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
            var page = await tracker.Public.PageAsync(next);
            listed.AddRange(page.QuerySelectorAll(".sources > li").Select(source => source.Read()));
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
    [InlineData("cursor=abc", HttpStatusCode.BadRequest)]
    [InlineData("cursor=abc&cursor=abc", HttpStatusCode.BadRequest)]
    [InlineData("limit=x", HttpStatusCode.BadRequest)]
    [InlineData("limit=1000", HttpStatusCode.UnprocessableEntity)]
    public async Task A_bad_address_is_explained_on_a_page(string query, HttpStatusCode status)
    {
        var (response, page) = await tracker.Public.BrowseAsync($"/sources?{query}");

        response.StatusCode.Should().Be(status);
        page.QuerySelector("h1").Should().NotBeNull();
    }
}
