using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Claims;

public sealed class ClaimsAsLinkedData(Tracker tracker) : IClassFixture<Tracker>
{
    private const string Home = "https://tracker.example.org";

    [Fact]
    public async Task A_claim_says_who_made_it_for_whom_about_what_and_where_it_stands()
    {
        var subject = await Subject.RecordAsync(tracker);
        var recorded = subject.Claim("supports");
        recorded["venue"] = "Fox News interview";
        var claim = await RecordAsync(recorded);

        Text(claim, "@context", "@type", "@id", "text", "datePublished").Should().Equal("https://schema.org", "Claim", $"{Home}/claims/{recorded["id"]}", "The US would help by air.", "2025-08-18");
        Text(claim["author"]!, "@type", "@id", "name").Should().Equal("Person", $"{Home}/actors/donald-trump", "Donald Trump");
        Text(claim["sourceOrganization"]!, "@type", "@id", "name").Should().Equal("GovernmentOrganization", $"{Home}/actors/us", "United States");
        Text(claim["about"]![0]!, "@id", "name", "description").Should().Equal($"{Home}/topics/{subject.Topic}", "US air support", "The United States supports Ukraine from the air.");
        claim["keywords"]!.AsArray().Select(term => (string)term!["name"]!).Should().Equal("supports", "statement", "paraphrase");
        ((string?)claim["recordedAt"]!["name"]).Should().Be("Fox News interview");
        foreach (var article in new[] { claim["appearance"]!, claim["firstAppearance"]! })
        {
            Text(article, "@type", "@id", "url", "headline", "datePublished", "inLanguage")
                .Should().Equal("NewsArticle", $"{Home}/sources/{subject.Source}", "https://example.org/article", "Leaders met", "2025-08-20", "en");
            ((string?)article["publisher"]!["name"]).Should().Be("Example");
        }

        Text(claim["hasPart"]!, "@type", "text").Should().Equal("Quotation", "the US would help by air");
        claim.ContainsKey("temporal").Should().BeFalse("it was said on just that day");
        claim.ContainsKey("creativeWorkStatus").Should().BeFalse();
        claim.ToJsonString().Should().NotContain("null").And.NotContain("ClaimReview");
    }

    [Fact]
    public async Task Hearsay_is_a_claim_of_whoever_tells_it_and_not_of_the_one_whose_stance_is_told()
    {
        var recorded = (await Subject.RecordAsync(tracker)).Claim();
        (recorded["actor"], recorded["voice"], recorded["reportedBy"], recorded["speaker"]) = ("us", "hearsay", "russia", "donald-trump");
        var claim = await RecordAsync(recorded);

        ((string?)claim["author"]!["@id"]).Should().Be($"{Home}/actors/russia");
        claim["about"]!.AsArray().Select(about => (string)about!["@id"]!).Should().Contain($"{Home}/actors/us");
        ((string?)claim["mentions"]!["@id"]).Should().Be($"{Home}/actors/donald-trump");
        claim.ContainsKey("sourceOrganization").Should().BeFalse("nobody was spoken for");
    }

    [Fact]
    public async Task Who_has_no_mandate_is_not_said_to_speak_for_the_actor()
    {
        var recorded = (await Subject.RecordAsync(tracker)).Claim(stated: "2025-01-19");
        var early = await RecordAsync(recorded);
        recorded = (await Subject.RecordAsync(tracker)).Claim();
        recorded["speaker"] = null;
        var own = await RecordAsync(recorded);

        ((string?)early["author"]!["@id"]).Should().Be($"{Home}/actors/donald-trump");
        early.ContainsKey("sourceOrganization").Should().BeFalse("the mandate began a day later");
        ((string?)own["author"]!["@id"]).Should().Be($"{Home}/actors/us");
    }

    [Theory]
    [InlineData("2025-08-18", "2025-08-18", null)]
    [InlineData("2025-08-18T21:30:00-04:00", "2025-08-18T21:30:00-04:00", null)]
    [InlineData("2025-08-18~", "2025-08-18", "2025-08-18~")]
    [InlineData("2025-08", "2025-08", "2025-08")]
    [InlineData("2025", "2025", "2025")]
    [InlineData("2025-08-18/2025-08-19", "2025-08-19", "2025-08-18/2025-08-19")]
    [InlineData("2025-08-18/2025-09", "2025-08-20", "2025-08-18/2025-09")]
    [InlineData("../2025-08-19", "2025-08-19", "../2025-08-19")]
    [InlineData("2025-08-18/..", "2025-08-20", "2025-08-18/..")]
    public async Task When_it_was_said_is_told_as_exactly_as_one_date_can_and_otherwise_as_recorded(string stated, string published, string? temporal)
    {
        var claim = await RecordAsync((await Subject.RecordAsync(tracker)).Claim(stated: stated));

        Text(claim, "datePublished", "temporal").Should().Equal(published, temporal);
    }

    [Fact]
    public async Task What_became_of_a_claim_is_told_in_every_form()
    {
        var subject = await Subject.RecordAsync(tracker);
        var recorded = subject.Claim();
        var id = Guid.Parse((string)recorded["id"]!);
        await RecordAsync(recorded);
        var corrected = subject.Claim("supports");
        corrected.Remove("id");
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{id}/correction", new JsonObject { ["reason"] = "Misread.", ["claim"] = corrected }, ("If-Match", "\"1\"")));
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{id}/dispute", new JsonObject { ["reason"] = "Was it?" }, ("If-Match", "\"2\"")));
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{id}/retraction", new JsonObject { ["reason"] = "It was not." }, ("If-Match", "\"3\"")));
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/sources/{subject.Source}/withdrawal", new JsonObject { ["reason"] = "Forged." }, ("If-Match", "\"1\"")));

        var claim = await ReadAsync(id, "jsonld");
        claim["creativeWorkStatus"]!.AsArray().Select(status => (string)status!).Should().Equal("retracted", "source withdrawn", "disputed", "corrected");
        claim["correction"]!.AsArray().Select(comment => ((string)comment!["name"]!, (string)comment["text"]!)).Should().Equal(("retracted", "It was not."), ("corrected", "Misread."));
        var annotation = await ReadAsync(id, "annotation");
        Bodies(annotation, "tagging").Should().Equal("supports", "retracted", "source withdrawn", "disputed", "corrected");
        Bodies(annotation, "commenting").Should().Equal("retracted: It was not.", "source withdrawn: Forged.", "disputed: Was it?", "corrected: Misread.");
        ((DateTimeOffset)annotation["modified"]!).Should().BeAfter((DateTimeOffset)annotation["created"]!);
    }

    [Fact]
    public async Task An_annotation_points_at_each_passage_by_its_words_and_by_its_place_in_code_points()
    {
        var subject = await Subject.RecordAsync(tracker);
        var recorded = subject.Claim();
        recorded["evidence"]!["quotes"] = JsonNode.Parse("""[{ "exact": "The ministry rejected Western troops", "suffix": " again" }, { "exact": "𝕎 On Monday" }]""");
        await RecordAsync(recorded);

        var annotation = await ReadAsync(Guid.Parse((string)recorded["id"]!), "annotation");

        Text(annotation, "@context", "id", "type").Should().Equal("http://www.w3.org/ns/anno.jsonld", $"{Home}/api/claims/{recorded["id"]}?format=annotation", "Annotation");
        ((string)annotation["created"]!).Should().EndWith("Z");
        annotation.ContainsKey("bodyValue").Should().BeFalse("a body or a bodyValue, never both");
        var text = Samples.Text.EnumerateRunes().ToArray();
        var targets = annotation["target"]!.AsArray();
        targets.Should().HaveCount(2);
        foreach (var target in targets)
        {
            Text(target!, "source", "scope").Should().Equal($"{Home}/api/sources/{subject.Source}/text", "https://example.org/article");
            var (quote, place) = (target!["selector"]![0]!, target["selector"]![1]!);
            string.Concat(text[(int)place["start"]!..(int)place["end"]!]).Should().Be((string)quote["exact"]!);
        }

        Text(targets[1]!["selector"]![0]!, "exact", "prefix", "suffix").Should().Equal("The ministry rejected Western troops", null, " again");
    }

    private async Task<JsonObject> RecordAsync(JsonObject claim)
    {
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", claim));
        return await ReadAsync(Guid.Parse((string)claim["id"]!), "jsonld");
    }

    private Task<JsonObject> ReadAsync(Guid claim, string format) => tracker.Public.GetJsonAsync($"/api/claims/{claim}?format={format}");

    private static IEnumerable<string?> Text(JsonNode node, params string[] names) => names.Select(name => (string?)node[name]);

    private static IEnumerable<string> Bodies(JsonObject annotation, string purpose) =>
        annotation["body"]!.AsArray().Where(body => (string)body!["purpose"]! == purpose).Select(body => (string)body!["value"]!);
}
