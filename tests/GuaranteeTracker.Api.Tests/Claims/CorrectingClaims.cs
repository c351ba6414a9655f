using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Claims;

public sealed class CorrectingClaims(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_correction_is_the_whole_new_content_and_what_it_leaves_out_is_empty()
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = Guid.NewGuid();
        var first = Samples.Claim(source, id);
        first["venue"] = "Telegram";
        first["conditions"] = new JsonArray("after a ceasefire");
        first["terms"] = JsonNode.Parse("""[{"kind": "quantity", "number": 2, "unit": "wings", "bound": "exactly"}]""");
        first["act"] = "offer";
        await tracker.Admin.PostAsync("/api/claims", first).ShouldBeCreatedAsync($"/api/claims/{id}");
        var correction = Changing.Correction(source, "supports");
        correction["claim"]!.AsObject().Remove("speaker");

        var claim = await tracker.ChangeAsync(id, "correction", correction, 1).ShouldBeOkAsync(2);

        claim["stance"]!.GetValue<string>().Should().Be("supports");
        claim["act"]!.GetValue<string>().Should().Be("statement");
        claim["corrected"]!.GetValue<bool>().Should().BeTrue();
        claim["venue"].Should().BeNull();
        claim["speaker"].Should().BeNull();
        claim["conditions"]!.AsArray().Should().BeEmpty();
        claim["terms"]!.AsArray().Should().BeEmpty();
        (await tracker.EventTypesAsync($"claim:{id}")).Should().Equal("claim-recorded", "claim-corrected");
    }

    [Fact]
    public async Task A_correction_may_move_a_claim_to_another_cell()
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = await tracker.RecordClaimAsync(source);
        var correction = Changing.Correction(source);
        correction["claim"]!["actor"] = "russia";

        (await tracker.ChangeAsync(id, "correction", correction, 1).ShouldBeOkAsync(2))["actor"]!.GetValue<string>().Should().Be("russia");

        using var history = await tracker.Public.GetAsync($"/api/claims/{id}/history");
        var events = (await history.JsonAsync())["events"]!.AsArray();
        events[0]!["content"]!["actor"]!.GetValue<string>().Should().Be("us");
        events[1]!["content"]!["actor"]!.GetValue<string>().Should().Be("russia");
        events[1]!["reason"]!.GetValue<string>().Should().Be(Changing.Why);
    }

    [Fact]
    public async Task A_correction_keeps_the_claims_source()
    {
        var source = await tracker.RecordCatalogueAsync();
        var other = await tracker.RecordCatalogueAsync();
        var id = await tracker.RecordClaimAsync(source);

        var problem = await tracker.RefusesAsync(422, "other-source", () => tracker.ChangeAsync(id, "correction", Changing.Correction(other), 1));

        problem.ErrorAt("/claim/evidence/source").Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_correction_that_changes_nothing_is_refused()
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = await tracker.RecordClaimAsync(source);

        await tracker.RefusesAsync(422, "nothing-to-correct", () => tracker.ChangeAsync(id, "correction", Changing.Correction(source, "open"), 1));
    }

    [Fact]
    public async Task Faults_of_a_correction_are_named_where_they_are()
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = await tracker.RecordClaimAsync(source);
        var correction = Changing.Correction(source, "perhaps", reason: " ");
        correction["claim"]!["evidence"]!["quotes"]![0]!["exact"] = "words that are nowhere";

        var problem = await tracker.RefusesAsync(422, "not-acceptable", () => tracker.ChangeAsync(id, "correction", correction, 1));

        problem["errors"]!.AsObject().Select(error => error.Key).Should().BeEquivalentTo("/reason", "/claim/stance", "/claim/evidence/quotes/0/exact");
    }

    [Fact]
    public async Task The_content_of_a_correction_has_no_id()
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = await tracker.RecordClaimAsync(source);
        var correction = Changing.Correction(source);
        correction["claim"]!["id"] = id.ToString();

        (await tracker.RefusesAsync(400, "bad-json", () => tracker.ChangeAsync(id, "correction", correction, 1))).ErrorAt("/claim/id").Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_claim_whose_text_was_taken_down_can_be_corrected_in_the_words_it_quotes()
    {
        var source = await tracker.RecordCatalogueAsync(Samples.Text + " It is taken down later.");
        var id = await tracker.RecordClaimAsync(source);
        await tracker.QueryAsync<string>("delete from guaranteetracker.source_texts where text like '%taken down later.' returning sha256");
        var otherWords = Changing.Correction(source);
        otherWords["claim"]!["evidence"]!["quotes"]![0]!["exact"] = "On Monday";

        await tracker.RefusesAsync(422, "text-taken-down", () => tracker.ChangeAsync(id, "correction", otherWords, 1));
        var claim = await tracker.ChangeAsync(id, "correction", Changing.Correction(source), 1).ShouldBeOkAsync(2);

        claim["evidence"]!["quotes"]![0]!["start"]!.GetValue<int>().Should().Be(31);
    }

    [Fact]
    public async Task A_claim_can_be_corrected_back_to_what_it_first_said()
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = await tracker.RecordClaimAsync(source);
        await tracker.ChangeAsync(id, "correction", Changing.Correction(source, "supports"), 1).ShouldBeOkAsync(2);

        var claim = await tracker.ChangeAsync(id, "correction", Changing.Correction(source, "open"), 2).ShouldBeOkAsync(3);

        claim["stance"]!.GetValue<string>().Should().Be("open");
    }
}
