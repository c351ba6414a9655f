using System.Text.Json.Nodes;
using AngleSharp.Dom;
using GuaranteeTracker.Api.Claims;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Tests.Pages;

public sealed class ClaimPages(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_claim_is_told_in_words()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = subject.Claim("supports", "../2025-08-19");
        (claim["venue"], claim["act"], claim["voice"], claim["reportedBy"], claim["conditions"]) = ("Fox News", "pledge", "hearsay", "russia", new JsonArray("after a ceasefire"));
        claim["terms"] = JsonNode.Parse("""[{"kind":"money","amount":90000000000,"currency":"USD","reportedAs":[{"amount":67000000000,"currency":"GBP"}]}]""");
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", claim));

        var facts = (await tracker.Public.OpenAsync($"/claims/{claim["id"]}")).QuerySelector("dl.facts")!;

        Of(facts, "Who").Should().Be("United States");
        Of(facts, "Stance").Should().Be("+ supports");
        Of(facts, "On").Should().Be("US air support: “The United States supports Ukraine from the air.”");
        Of(facts, "When it was told").Should().Be("by 19 August 2025 (../2025-08-19)");
        Of(facts, "Where").Should().Be("Fox News");
        Of(facts, "How").Should().Be("pledge");
        Of(facts, "In whose words").Should().StartWith("hearsay");
        Of(facts, "Whose stance is told").Should().Be("Donald Trump");
        Of(facts, "Who told it").Should().Be("Russia");
        Of(facts, "Condition").Should().Be("after a ceasefire");
        Of(facts, "Figure").Should().Be("USD 90 billion (also reported as GBP 67 billion)");
        facts.QuerySelectorAll("a[href^='/api/']").Select(link => link.GetAttribute("href")).Should().Equal(
            $"/api/claims/{claim["id"]}", $"/api/claims/{claim["id"]}?format=jsonld", $"/api/claims/{claim["id"]}?format=annotation", $"/api/claims/{claim["id"]}/history");
    }

    [Fact]
    public async Task Its_history_tells_when_why_and_what_a_correction_changed_and_readers_who()
    {
        var subject = await Subject.RecordAsync(tracker);
        var id = await subject.RecordClaimAsync("open");
        var corrected = subject.Claim("supports", "2025-08-19");
        corrected.Remove("id");
        corrected["venue"] = "Telegram";
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{id}/correction", new JsonObject { ["reason"] = "It was a day later.", ["claim"] = corrected }, ("If-Match", "\"1\"")));
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{id}/dispute", new JsonObject { ["reason"] = "Was it?" }, ("If-Match", "\"2\"")));
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{id}/retraction", new JsonObject { ["reason"] = "It was not." }, ("If-Match", "\"3\"")));
        var told = (await tracker.Admin.GetJsonAsync($"/api/claims/{id}/history"))["events"]!.AsArray();

        var page = await tracker.Public.OpenAsync($"/claims/{id}");

        page.QuerySelectorAll(".notice strong").Select(notice => notice.TextContent).Should().Equal("This claim was retracted.", "This claim is disputed.", "This claim was corrected.");
        page.QuerySelectorAll(".history > li > h3").Select(what => what.TextContent).Should().Equal("Recorded", "Corrected", "Disputed", "Retracted");
        page.QuerySelectorAll(".history > li > .lines").Select(why => why.TextContent).Should().Equal("It was a day later.", "Was it?", "It was not.");
        page.QuerySelectorAll(".history > li > .quiet code").Select(known => known.TextContent).Should().Equal(told.Select(e => $"seq:{e!["sequence"]}"));
        page.QuerySelectorAll(".corrections tbody tr").Select(change => string.Join(" | ", change.Children.Select(cell => cell.TextContent)))
            .Should().Equal("Stance | open | supports", "Stated | 18 August 2025 | 19 August 2025", "Venue | nothing | Telegram");
        page.QuerySelector(".history")!.TextContent.Should().NotContain("analyst", "strangers are not told who");

        var analyst = told[0]!["recordedBy"]!.GetValue<string>();
        (await tracker.Admin.OpenAsync($"/claims/{id}")).QuerySelectorAll(".history > li > .quiet code:nth-of-type(2)").Select(who => who.TextContent).Should().Equal(analyst, analyst, analyst, analyst);
    }

    [Fact]
    public void Figures_are_read_with_their_bound_and_never_rounded()
    {
        TermWords.Of(new QuantityTerm(26, "countries", Bound.AtLeast, 35)).Should().Be("at least 26 of 35 countries");
        TermWords.Of(new QuantityTerm(1_234.5m, "troops", Bound.About, null)).Should().Be("about 1,234.5 troops");
        TermWords.Of(new QuantityTerm(0, "bases", Bound.AtMost, null)).Should().Be("at most 0 bases");
        TermWords.Of(new QuantityTerm(1, "battalion", Bound.Exactly, null)).Should().Be("exactly 1 battalion");
        TermWords.Of(new MoneyTerm(1_500_000, "EUR", [])).Should().Be("EUR 1.5 million");
        TermWords.Of(new MoneyTerm(1_234_567_891, "EUR", [])).Should().Be("EUR 1,234,567,891");
        TermWords.Of(new MoneyTerm(2_000_000_000_000, "USD", [])).Should().Be("USD 2 trillion");
        TermWords.Of(new MoneyTerm(0.0000000001m, "USD", [])).Should().Be("USD 0.0000000001");
    }

    private static string Of(IElement facts, string name) => facts.QuerySelectorAll("dt").Single(term => term.TextContent == name).NextElementSibling!.Words();
}
