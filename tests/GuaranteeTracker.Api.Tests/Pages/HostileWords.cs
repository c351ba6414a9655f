using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Pages;

/// <summary>A record in which every text tries to be more than text.</summary>
public sealed class HostileWords(Tracker tracker) : IClassFixture<Tracker>
{
    private const string
        Markup = "</title></p><script>alert(1)</script>\"><img src=x onerror=alert(1)> javascript:alert(1) <!-- &lt; &amp;amp; 'on' `x` {{x}} @Model",
        Unseen = "\u202Eevil\u200B\u2066 \u0085\u0090\r\u0001 \U000E0041 \uFEFF",
        Quoted = "\n  The “quote” " + Markup + " " + Unseen + "\n\tends 𝕎 <b>here</b>";

    [Fact]
    public async Task On_every_page_it_is_shown_as_text_and_does_nothing()
    {
        var (source, claim) = await RecordAsync();
        foreach (var address in new[] { $"/sources/{source}", $"/claims/{claim}", "/sources" })
        {
            foreach (var client in new[] { tracker.Public, tracker.Admin })
            {
                var page = await client.OpenAsync(address);

                page.MustBeHarmless();
                page.QuerySelector("main")!.TextContent.Should().Contain("<script>alert(1)</script>").And.Contain("\"><img src=x onerror=alert(1)>");
            }
        }

        (await tracker.Public.OpenAsync($"/sources/{source}")).Title.Should().Be($"{Markup} · GuaranteeTracker");
        (await tracker.Public.OpenAsync($"/claims/{claim}")).QuerySelector("h1")!.TextContent.Should().Be($"{Markup} \u202Esummary\u200B");
    }

    [Fact]
    public async Task Quotes_stay_what_they_are_to_the_character_and_what_is_invisible_in_them_is_pointed_out()
    {
        var (source, claim) = await RecordAsync();
        foreach (var client in new[] { tracker.Public, tracker.Admin })
        {
            var page = await client.OpenAsync($"/sources/{source}");

            page.Marked(claim, 0).Should().Be(Quoted);
            page.Marked(claim, 1).Should().Be("“quote” </title>", "it lies within the other");
            page.GetElementById($"claim-{claim}")!.TextContent.Should().Contain("contains invisible characters");
            page.QuerySelectorAll("mark bdi.unseen").Select(unseen => unseen.TextContent).Should().Contain(["\u202E", "\u0085\u0090\r\u0001", "\U000E0041"]);
            page.QuerySelector("mark bdi.unseen")!.GetAttribute("data-name").Should().Be("U+202E");
        }

        var quotes = (await tracker.Public.OpenAsync($"/claims/{claim}")).QuerySelectorAll("blockquote").Select(quote => quote.TextContent);
        quotes.Should().Equal(Quoted, "“quote” </title>");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JAVASCRIPT://example.org/%0aalert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("//example.org")]
    [InlineData(" http:")]
    public void What_a_browser_might_run_is_no_link(string address) => WebAddress.OrNull(address).Should().BeNull();

    /// <returns>A source, and a claim that was corrected, disputed and resolved in it.</returns>
    private async Task<(Guid Source, Guid Claim)> RecordAsync()
    {
        await tracker.RecordCatalogueAsync();
        var (source, claim) = (Guid.NewGuid(), Guid.NewGuid());
        var document = Samples.Source(source, $"First paragraph {source}.{Quoted}. Then it goes on. \u202EBackwards.");
        (document["title"], document["publisher"], document["url"]) = (Markup, Markup, "https://example.org/\"><img src=x onerror=alert(1)>");
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/sources", document));
        await Subject.MustAsync(tracker.Admin.PutAsync("/api/actors/us", Samples.Actor(Markup), ("If-Match", "*")));
        await Subject.MustAsync(tracker.Admin.PutAsync("/api/topics/us-air-support", Samples.Topic(Markup, Markup), ("If-Match", "*")));
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", Claim(source, claim, "It was otherwise.")));
        var corrected = Claim(source, claim, $"{Markup} \u202Esummary\u200B");
        corrected.Remove("id");
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{claim}/correction", new JsonObject { ["reason"] = Markup, ["claim"] = corrected }, ("If-Match", "\"1\"")));
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{claim}/dispute", new JsonObject { ["reason"] = Markup + "\n\u202E" }, ("If-Match", "\"2\"")));
        return (source, claim);
    }

    private static JsonObject Claim(Guid source, Guid id, string summary)
    {
        var claim = Samples.Claim(source, id, exact: Quoted);
        claim["evidence"]!["quotes"]!.AsArray().Add(new JsonObject { ["exact"] = "“quote” </title>" });
        (claim["summary"], claim["venue"], claim["conditions"]) = (summary, Markup + "\u202E", new JsonArray(Markup));
        claim["terms"] = new JsonArray(new JsonObject { ["kind"] = "quantity", ["number"] = 3, ["unit"] = Markup, ["bound"] = "at-most" });
        return claim;
    }
}
