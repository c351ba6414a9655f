using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Encounters;

public sealed class RecordingEncounters(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task An_encounter_is_created_and_the_same_again_is_a_repeat()
    {
        await tracker.RecordCatalogueAsync();
        var id = Guid.NewGuid();

        var created = await PostAsync(Encounter(id)).ShouldBeCreatedAsync($"/api/encounters/{id}");
        var again = await PostAsync(Encounter(id, title: " Alaska meeting", present: ["us", "russia", "us"])).ShouldBeOkAsync(1);

        again.ToJsonString().Should().Be(created.ToJsonString());
        created["date"]!.GetValue<string>().Should().Be("2025-08-15");
        created["present"]!.AsArray().Select(actor => actor!.GetValue<string>()).Should().Equal("russia", "us");
        (await tracker.EventTypesAsync($"encounter:{id}")).Should().Equal("encounter-recorded");
    }

    [Fact]
    public async Task Other_content_under_the_same_id_is_a_conflict_whatever_it_says_today()
    {
        await tracker.RecordCatalogueAsync();
        var id = Guid.NewGuid();
        await PostAsync(Encounter(id)).ShouldBeCreatedAsync($"/api/encounters/{id}");
        await CorrectAsync(id, Encounter(null, "2025-08-16"), "\"1\"").ShouldBeOkAsync(2);

        await tracker.RefusesAsync(409, "encounter-id-taken", () => PostAsync(Encounter(id, "2025-08-16")));
        (await PostAsync(Encounter(id)).ShouldBeOkAsync(2))["date"]!.GetValue<string>().Should().Be("2025-08-16");
    }

    [Fact]
    public async Task A_correction_is_the_whole_content_and_in_force_already_it_is_a_repeat()
    {
        await tracker.RecordCatalogueAsync();
        var id = Guid.NewGuid();
        var first = Encounter(id);
        first["place"] = "Anchorage";
        await PostAsync(first).ShouldBeCreatedAsync($"/api/encounters/{id}");

        await tracker.RefusesAsync(428, "precondition-missing", () => CorrectAsync(id, Encounter(null, "2025-08"), null));
        await tracker.RefusesAsync(412, "precondition-failed", () => CorrectAsync(id, Encounter(null, "2025-08"), "\"2\""));
        var corrected = await CorrectAsync(id, Encounter(id, "2025-08"), "\"1\"").ShouldBeOkAsync(2);
        corrected["place"].Should().BeNull();

        await CorrectAsync(id, Encounter(id, "2025-08"), null).ShouldBeOkAsync(2);
        await CorrectAsync(id, Encounter(id, "2025-08"), "\"1\"").ShouldBeOkAsync(2);
        (await tracker.EventTypesAsync($"encounter:{id}")).Should().Equal("encounter-recorded", "encounter-corrected");
    }

    [Fact]
    public async Task An_encounter_keeps_its_id()
    {
        await tracker.RecordCatalogueAsync();
        var id = Guid.NewGuid();
        await PostAsync(Encounter(id)).ShouldBeCreatedAsync($"/api/encounters/{id}");

        await tracker.RefusesAsync(422, "other-id", () => CorrectAsync(id, Encounter(Guid.NewGuid(), "2025-08"), "\"1\""));
        await tracker.RefusesAsync(404, "unknown-encounter", () => CorrectAsync(Guid.NewGuid(), Encounter(null, "2025-08"), "\"1\""));
    }

    [Theory]
    [InlineData("date", "\"2025-02-30\"", "/date")]
    [InlineData("date", "\"yesterday\"", "/date")]
    [InlineData("date", "null", "/date")]
    [InlineData("present", "[]", "/present")]
    [InlineData("present", "null", "/present")]
    [InlineData("present", """["us", "atlantis"]""", "/present/1")]
    [InlineData("present", """["us", null]""", "/present/1")]
    [InlineData("present", """["us", "nat\u043E"]""", "/present/1")]
    [InlineData("title", "\"\"", "/title")]
    [InlineData("title", "\"Alaska\u202Emeeting\"", "/title")]
    [InlineData("place", "\"Anchor\u200Bage\"", "/place")]
    public async Task What_cannot_be_is_refused_at_its_place(string field, string value, string pointer)
    {
        await tracker.RecordCatalogueAsync();
        var encounter = Encounter(null);
        encounter[field] = JsonNode.Parse(value);

        (await tracker.RefusesAsync(422, null, () => PostAsync(encounter))).ErrorAt(pointer).Should().NotBeEmpty();
    }

    [Fact]
    public async Task An_encounter_may_be_still_to_come()
    {
        await tracker.RecordCatalogueAsync();
        var id = Guid.NewGuid();

        await PostAsync(Encounter(id, "2999")).ShouldBeCreatedAsync($"/api/encounters/{id}");
    }

    private static JsonObject Encounter(Guid? id, string date = "2025-08-15", string title = "Alaska meeting", params string[] present)
    {
        string[] actors = present.Length == 0 ? ["russia", "us"] : present;
        return new() { ["id"] = id?.ToString(), ["title"] = title, ["date"] = date, ["present"] = new JsonArray([.. actors.Select(actor => JsonValue.Create(actor))]) };
    }

    private Task<HttpResponseMessage> PostAsync(JsonObject encounter) => tracker.Admin.PostAsync("/api/encounters", encounter);

    private Task<HttpResponseMessage> CorrectAsync(Guid id, JsonObject encounter, string? ifMatch) =>
        tracker.Admin.PostAsync($"/api/encounters/{id}/correction", encounter, ifMatch is null ? [] : [("If-Match", ifMatch)]);
}
