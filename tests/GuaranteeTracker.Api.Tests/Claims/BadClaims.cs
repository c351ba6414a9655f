using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Claims;

/// <summary>Claims that can be parsed and not be accepted: each is refused at its place, and nothing is stored.</summary>
public sealed class BadClaims(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData("actor", "null", "required")]
    [InlineData("actor", "\"\"", "not-an-id")]
    [InlineData("actor", "\"US\"", "not-an-id")]
    [InlineData("actor", "\"russi\u0430\"", "not-an-id")]
    [InlineData("actor", "\"us\\u0000\"", "not-an-id")]
    [InlineData("actor", "\"us'; drop table mt_events; --\"", "not-an-id")]
    [InlineData("actor", "\"atlantis\"", "unknown-actor")]
    [InlineData("topic", "null", "required")]
    [InlineData("topic", "\"us\\u200b-air-support\"", "not-an-id")]
    [InlineData("topic", "\"moon-support\"", "unknown-topic")]
    [InlineData("topic", "\"us\"", "unknown-topic")]
    [InlineData("stance", "null", "required")]
    [InlineData("stance", "\"maybe\"", "unknown-word")]
    [InlineData("stance", "\"Open\"", "unknown-word")]
    [InlineData("stance", "\"open \"", "unknown-word")]
    [InlineData("stance", "\"1\"", "unknown-word")]
    [InlineData("act", "\"\"", "unknown-word")]
    [InlineData("act", "\"threat\"", "unknown-word")]
    [InlineData("voice", "null", "required")]
    [InlineData("voice", "\"rumour\"", "unknown-word")]
    [InlineData("speaker", "\"nobody\"", "unknown-actor")]
    [InlineData("speaker", "\"us-air-support\"", "unknown-actor")]
    [InlineData("summary", "null", "required")]
    [InlineData("summary", "\" \\n \"", "required")]
    [InlineData("summary", "\"a\\u0000b\"", "not-unicode")]
    [InlineData("summary", "\"two\\nlines\"", "control-characters")]
    [InlineData("summary", "\"a\\u2028b\"", "control-characters")]
    [InlineData("summary", "\"a\\u001b[31mb\"", "control-characters")]
    [InlineData("venue", "\"a\\u0000b\"", "not-unicode")]
    [InlineData("venue", "\"a\\u0085b\"", "control-characters")]
    public async Task A_field_that_cannot_be_is_refused(string field, string value, string code)
    {
        (await RefuseAsync(code, claim => claim[field] = JsonNode.Parse(value))).ErrorAt("/" + field).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("2025-02-30")]
    [InlineData("2025-13-01")]
    [InlineData("2023-02-29")]
    [InlineData("2025-08-18T24:00:01Z")]
    [InlineData("2025-08-18T21:60Z")]
    [InlineData("2025-08-18T21:30")]
    [InlineData("2025-08-18T21:30:00+15:00")]
    [InlineData("2025-08-18T21:30:00.5Z")]
    [InlineData("0000-01-01")]
    [InlineData("-0001-01-01")]
    [InlineData("0001-01-01T00:00+14:00")]
    [InlineData("10000-01-01")]
    [InlineData("Y10000")]
    [InlineData("9999-12-31T23:59-14:00")]
    [InlineData("2025-08-18/2025-08-17")]
    [InlineData("../..")]
    [InlineData("/2025-08-18")]
    [InlineData("2025-08-XX")]
    [InlineData("202X")]
    [InlineData("2025-21")]
    [InlineData("2025-08-18%")]
    [InlineData("[2025-08-17,2025-08-18]")]
    [InlineData("{2025-08-17..2025-08-18}")]
    [InlineData("2025-W34")]
    [InlineData("18/08/2025")]
    [InlineData("August 2025")]
    [InlineData("20250818")]
    [InlineData("２０２５-08-18")]
    [InlineData("2025\u201108\u201118")]
    [InlineData(" 2025-08-18")]
    [InlineData("2025-08-18\u0000")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_date_beyond_the_subset_is_refused_with_a_sentence_that_names_the_subset(string? stated)
    {
        (await RefuseAsync("not-edtf", claim => claim["stated"] = stated)).ErrorAt("/stated").Should().Contain("The supported subset of EDTF is");
    }

    [Theory]
    [InlineData("2025-08-21T11:59:59Z", null)]
    [InlineData("2025-08-20T23:59:59-12:00", null)]
    [InlineData("2025-08-21", null)]
    [InlineData("2025-08-21T12:00:00Z", "stated-after-publication")]
    [InlineData("2025-08-22", "stated-after-publication")]
    [InlineData("2025-09", "stated-after-publication")]
    [InlineData("2025-08-22/2025-08-23", "stated-after-publication")]
    [InlineData("2026-01-01/..", "stated-after-publication")]
    [InlineData("9999", "stated-after-publication")]
    public async Task Nothing_was_stated_after_it_was_published_but_for_time_zones(string stated, string? code)
    {
        if (code is null)
        {
            await tracker.RecordClaimAsync(await tracker.RecordCatalogueAsync(), stated: stated);
            return;
        }

        (await RefuseAsync(code, claim => claim["stated"] = stated)).ErrorAt("/stated").Should().Contain("2025-08-20");
    }

    [Fact]
    public async Task Hearsay_and_only_hearsay_says_who_told_it()
    {
        (await RefuseAsync("reporter-missing", claim => claim["voice"] = "hearsay")).ErrorAt("/reportedBy").Should().Contain("who told it");
        (await RefuseAsync("reporter-superfluous", claim => claim["reportedBy"] = "russia")).ErrorAt("/reportedBy").Should().Contain("Only hearsay");
    }

    [Theory]
    [InlineData("""{"kind": "money", "amount": 1, "currency": "BTC"}""", "/currency", "not-a-currency")]
    [InlineData("""{"kind": "money", "amount": 1, "currency": "usd"}""", "/currency", "not-a-currency")]
    [InlineData("""{"kind": "money", "amount": 1}""", "/currency", "not-a-currency")]
    [InlineData("""{"kind": "money", "currency": "USD"}""", "/amount", "required")]
    [InlineData("""{"kind": "money", "amount": -1, "currency": "USD"}""", "/amount", "out-of-range")]
    [InlineData("""{"kind": "money", "amount": 1e18, "currency": "USD"}""", "/amount", "out-of-range")]
    [InlineData("""{"kind": "money", "amount": 79228162514264337593543950335, "currency": "USD"}""", "/amount", "out-of-range")]
    [InlineData("""{"kind": "money", "amount": 1, "currency": "USD", "reportedAs": [{"amount": 1, "currency": "XX"}]}""", "/reportedAs/0/currency", "not-a-currency")]
    [InlineData("""{"kind": "money", "amount": 1, "currency": "USD", "unit": "bn"}""", "/unit", "superfluous")]
    [InlineData("""{"kind": "quantity", "number": 26, "unit": "countries"}""", "/bound", "required")]
    [InlineData("""{"kind": "quantity", "number": 26, "unit": "countries", "bound": "most"}""", "/bound", "unknown-word")]
    [InlineData("""{"kind": "quantity", "number": 26, "bound": "exactly"}""", "/unit", "required")]
    [InlineData("""{"kind": "quantity", "number": 26, "unit": "x", "bound": "about", "amount": 1}""", "/amount", "superfluous")]
    [InlineData("""{"kind": "promise"}""", "/kind", "unknown-word")]
    [InlineData("{}", "/kind", "unknown-word")]
    [InlineData("null", "/kind", "unknown-word")]
    public async Task A_term_that_cannot_be_is_refused(string term, string pointer, string code)
    {
        (await RefuseAsync(code, claim => claim["terms"] = new JsonArray(JsonNode.Parse(term)))).ErrorAt("/terms/0" + pointer).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("conditions", "\"c\"", 21, "too-many")]
    [InlineData("terms", """{"kind": "quantity", "number": 1, "unit": "x", "bound": "about"}""", 21, "too-many")]
    public async Task Lists_have_their_bounds(string field, string item, int count, string code)
    {
        var problem = await RefuseAsync(code, claim => claim[field] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => JsonNode.Parse(item))]));
        problem.ErrorAt("/" + field).Should().Contain("20");
    }

    [Theory]
    [InlineData("summary", 1_000)]
    [InlineData("venue", 500)]
    public async Task Texts_have_their_bounds(string field, int length)
    {
        (await RefuseAsync("too-long", claim => claim[field] = new string('a', length + 1))).ErrorAt("/" + field).Should().Contain($"{length}");
        var fits = Samples.Claim(await tracker.RecordCatalogueAsync());
        fits[field] = new string('a', length);
        await tracker.Admin.PostAsync("/api/claims", fits).ShouldBeCreatedAsync($"/api/claims/{fits["id"]}");
    }

    [Theory]
    [InlineData("\"00000000-0000-0000-0000-000000000000\"", "/id", "not-a-uuid")]
    [InlineData("\"{3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f}\"", "/id", "not-a-uuid")]
    [InlineData("\"3f0e7a526f0b4f0e9d0e0a6c2b1d4e5f\"", "/id", "not-a-uuid")]
    [InlineData("\"\"", "/id", "not-a-uuid")]
    public async Task An_id_is_a_UUID(string id, string pointer, string code) =>
        (await RefuseAsync(code, claim => claim["id"] = JsonNode.Parse(id))).ErrorAt(pointer).Should().Contain("UUID");

    [Fact]
    public async Task Evidence_is_in_a_source_on_record()
    {
        (await RefuseAsync("unknown-source", claim => claim["evidence"]!["source"] = Guid.NewGuid().ToString())).ErrorAt("/evidence/source").Should().Contain("POST /api/sources");
        (await RefuseAsync("not-a-uuid", claim => claim["evidence"]!["source"] = "article")).ErrorAt("/evidence/source").Should().Contain("UUID");
        (await RefuseAsync("required", claim => claim.Remove("evidence"))).ErrorAt("/evidence").Should().Contain("required");
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once()
    {
        var problem = await tracker.RefusesAsync(422, "not-acceptable", () => tracker.Admin.PostAsync("/api/claims", new JsonObject { ["reportedBy"] = "x y" }));

        problem["errors"]!.AsObject().Select(error => error.Key).Should()
            .BeEquivalentTo("/actor", "/topic", "/stance", "/voice", "/reportedBy", "/stated", "/summary", "/evidence");
    }

    private async Task<JsonObject> RefuseAsync(string code, Action<JsonObject> spoil)
    {
        var claim = Samples.Claim(await tracker.RecordCatalogueAsync());
        spoil(claim);
        return await tracker.RefusesAsync(422, code, () => tracker.Admin.PostAsync("/api/claims", claim), claim.ToJsonString());
    }
}
