using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Claims;

public sealed class ClaimsRecordedAgain(Tracker tracker) : IClassFixture<Tracker>
{
    private const string Text = "Zoe\u0308 said at the cafe\u0301:\r\nWe may pay 90. She left.\r\nThen it rained.";

    [Fact]
    public async Task A_claim_recorded_again_is_answered_as_it_is_and_records_nothing()
    {
        var source = await tracker.RecordCatalogueAsync();
        var claim = Samples.Claim(source);
        var first = await (await tracker.Admin.PostAsync("/api/claims", claim)).JsonAsync();
        var before = await tracker.CountEventsAsync();

        var again = await tracker.Admin.PostAsync("/api/claims", claim).ShouldBeOkAsync(1);

        again.ToJsonString().Should().Be(first.ToJsonString());
        (await tracker.CountEventsAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData("correction", false)]
    [InlineData("dispute", false)]
    [InlineData("retraction", false)]
    [InlineData("retraction", true)]
    public async Task After_changes_the_content_first_recorded_is_answered_with_todays_state(string change, bool isCorrectedFirst)
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = await tracker.RecordClaimAsync(source);
        var version = 1;
        if (isCorrectedFirst)
        {
            await tracker.ChangeAsync(id, "correction", Changing.Correction(source), version++).ShouldBeOkAsync(version);
        }

        var changed = await tracker.ChangeAsync(id, change, change == "correction" ? Changing.Correction(source) : Changing.Reason(), version).ShouldBeOkAsync(version + 1);
        var before = await tracker.CountEventsAsync();

        var again = await tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id)).ShouldBeOkAsync(version + 1);

        again.ToJsonString().Should().Be(changed.ToJsonString());
        (await tracker.CountEventsAsync()).Should().Be(before);
    }

    [Fact]
    public async Task A_repeat_is_a_repeat_even_when_its_source_was_withdrawn()
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = await tracker.RecordClaimAsync(source);
        using var withdrawal = await tracker.Admin.PostAsync($"/api/sources/{source}/withdrawal", Changing.Reason(), ("If-Match", "\"1\""));

        var again = await tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id)).ShouldBeOkAsync(1);

        again["sourceWithdrawn"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public async Task A_repeat_is_a_repeat_even_when_the_text_of_its_source_was_taken_down()
    {
        var source = await tracker.RecordCatalogueAsync(Samples.Text + " A text of its own.");
        var id = await tracker.RecordClaimAsync(source);
        await tracker.QueryAsync<string>("delete from guaranteetracker.source_texts where text like '%A text of its own.' returning sha256");

        await tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id)).ShouldBeOkAsync(1);

        var problem = await tracker.RefusesAsync(422, "text-taken-down", () => tracker.Admin.PostAsync("/api/claims", Samples.Claim(source)));
        problem.ErrorAt("/evidence/source").Should().Contain("taken down");
        await tracker.RefusesAsync(422, "text-taken-down", () => tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id, exact: "words that nobody can look for")));
    }

    [Theory]
    [InlineData("open")]
    [InlineData("supports")]
    public async Task Other_content_than_was_first_recorded_is_a_conflict_whatever_the_claim_says_today(string today)
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = await tracker.RecordClaimAsync(source);
        if (today != "open")
        {
            await tracker.ChangeAsync(id, "correction", Changing.Correction(source, today), 1).ShouldBeOkAsync(2);
        }

        await tracker.RefusesAsync(409, "claim-id-taken", () => tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id, "supports")));
        await tracker.RefusesAsync(409, "claim-id-taken", () => tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id, exact: "the president said")));
    }

    [Theory]
    [InlineData("summary", """ "Zoë" """, """ "  Zoe\u0308 " """)]
    [InlineData("conditions", """ ["at the café"] """, """ ["at the cafe\u0301"] """)]
    [InlineData("conditions", "null", "[]")]
    [InlineData("terms", "null", "[]")]
    [InlineData("act", "null", "\"statement\"")]
    [InlineData("venue", "null", "\"  \"")]
    [InlineData("speaker", "\"us\"", "\"us\"")]
    [InlineData("terms", """ [{"kind": "money", "amount": 90.00, "currency": "USD"}] """, """ [{"currency": "USD", "reportedAs": [], "amount": 9e1, "kind": "money"}] """)]
    [InlineData("terms", """ [{"kind": "quantity", "number": 0.50, "unit": "bn", "bound": "about"}] """, """ [{"kind": "quantity", "number": 0.5, "unit": " bn ", "bound": "about", "of": null}] """)]
    public async Task A_field_is_compared_in_its_normal_form(string field, string first, string again)
    {
        var source = await tracker.RecordCatalogueAsync(Text);
        var id = Guid.NewGuid();
        await tracker.Admin.PostAsync("/api/claims", With(first)).ShouldBeCreatedAsync($"/api/claims/{id}");

        await tracker.Admin.PostAsync("/api/claims", With(again)).ShouldBeOkAsync(1);

        JsonObject With(string value)
        {
            var claim = Samples.Claim(source, id, exact: "We may pay 90.");
            claim[field] = JsonNode.Parse(value);
            return claim;
        }
    }

    [Theory]
    [InlineData("""[{"exact": "Zoë said"}]""", """[{"exact": "Zoe\u0308 said"}]""")]
    [InlineData("""[{"exact": "café:\nWe"}]""", """[{"exact": "cafe\u0301:\r\nWe"}]""")]
    [InlineData("""[{"exact": "Zoë"}, {"exact": "She left"}]""", """[{"exact": "She left"}, {"exact": "Zoë"}]""")]
    [InlineData("""[{"exact": "pay", "prefix": "Zoë said at the café:\nWe may "}]""", """[{"exact": "pay", "prefix": "Zoe\u0308 said at the cafe\u0301:\r\nWe may ", "suffix": ""}]""")]
    public async Task Quotes_are_compared_in_their_normal_form(string first, string again)
    {
        var source = await tracker.RecordCatalogueAsync(Text);
        var id = Guid.NewGuid();
        await tracker.Admin.PostAsync("/api/claims", With(first)).ShouldBeCreatedAsync($"/api/claims/{id}");

        await tracker.Admin.PostAsync("/api/claims", With(again)).ShouldBeOkAsync(1);

        JsonObject With(string quotes)
        {
            var claim = Samples.Claim(source, id);
            claim["evidence"]!["quotes"] = JsonNode.Parse(quotes);
            return claim;
        }
    }
}
