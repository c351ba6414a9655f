using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Actors;

public sealed class SettingActors(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task An_actor_is_created_and_the_same_again_is_a_repeat()
    {
        var actor = Actor("Mark Rutte", "person", "NATO chief", "Mr Rutte");

        var created = await tracker.Admin.PutAsync("/api/actors/mark-rutte", actor).ShouldBeCreatedAsync("/api/actors/mark-rutte");
        var again = await tracker.Admin.PutAsync("/api/actors/mark-rutte", Actor(" Mark Rutte ", "person", "Mr Rutte", "NATO chief", "Mr Rutte")).ShouldBeOkAsync(1);

        again.ToJsonString().Should().Be(created.ToJsonString());
        created["aliases"]!.AsArray().Select(alias => alias!.GetValue<string>()).Should().Equal("Mr Rutte", "NATO chief");
        (await tracker.EventTypesAsync("actor:mark-rutte")).Should().Equal("actor-registered");
    }

    [Fact]
    public async Task Each_real_difference_is_an_event()
    {
        await tracker.RecordCatalogueAsync();
        var first = Actor("Volodymyr Zelenskyy", "person", "Zelenskyy", "Ze");
        first["mandates"] = Mandates(("us", "2019-05-20", null), ("russia", "2020-01-01", "2020-02-01"), ("russia", "2021-01-01", null));
        await tracker.Admin.PutAsync("/api/actors/zelensky", first).ShouldBeCreatedAsync("/api/actors/zelensky");
        var second = Actor("Volodymyr Zelensky", "person", "Ze", "Zelensky");
        second["mandates"] = Mandates(("us", "2019-05-20", "2025-01-01"), ("russia", "2021-01-01", null), ("russia", "2022-01-01", null));

        var actor = await tracker.Admin.PutAsync("/api/actors/zelensky", second, ("If-Match", "\"1\"")).ShouldBeOkAsync(7);

        (await tracker.EventTypesAsync("actor:zelensky")).Should().Equal(
            "actor-registered", "actor-renamed", "alias-removed", "alias-added", "mandate-withdrawn", "mandate-granted", "mandate-ended");
        actor["name"]!.GetValue<string>().Should().Be("Volodymyr Zelensky");
        actor["mandates"]!.AsArray().Select(mandate => $"{mandate!["for"]} {mandate["from"]} {mandate["to"]}")
            .Should().Equal("russia 2021-01-01 ", "russia 2022-01-01 ", "us 2019-05-20 2025-01-01");
    }

    [Fact]
    public async Task A_mandate_that_ended_can_be_open_again()
    {
        await tracker.RecordCatalogueAsync();
        var actor = Actor("Spokesman", "person");
        actor["mandates"] = Mandates(("us", "2025-01-20", "2025-02-01"));
        await tracker.Admin.PutAsync("/api/actors/spokesman", actor).ShouldBeCreatedAsync("/api/actors/spokesman");
        actor["mandates"] = Mandates(("us", "2025-01-20", null));

        await tracker.Admin.PutAsync("/api/actors/spokesman", actor, ("If-Match", "\"1\"")).ShouldBeOkAsync(2);

        (await tracker.Public.GetJsonAsync("/api/actors/spokesman"))["mandates"]!.AsArray().Should().ContainSingle().Which!["to"].Should().BeNull();
    }

    [Fact]
    public async Task What_is_left_out_is_empty()
    {
        await tracker.RecordCatalogueAsync();
        var full = Actor("Envoy", "person", "The envoy");
        full["mandates"] = Mandates(("us", "2025-01-20", null));
        await tracker.Admin.PutAsync("/api/actors/envoy", full).ShouldBeCreatedAsync("/api/actors/envoy");

        var actor = await tracker.Admin.PutAsync("/api/actors/envoy", Samples.Actor("Envoy", "person"), ("If-Match", "*")).ShouldBeOkAsync(3);

        actor["aliases"]!.AsArray().Should().BeEmpty();
        actor["mandates"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task The_kind_of_an_actor_is_fixed()
    {
        await tracker.Admin.PutAsync("/api/actors/nato", Samples.Actor("NATO", "organisation")).ShouldBeCreatedAsync("/api/actors/nato");

        await tracker.RefusesAsync(409, "kind-fixed", () => tracker.Admin.PutAsync("/api/actors/nato", Samples.Actor("NATO", "coalition"), ("If-Match", "\"1\"")));
    }

    [Fact]
    public async Task The_state_between_two_events_of_one_request_was_never_a_content()
    {
        await tracker.Admin.PutAsync("/api/actors/eu", Actor("EU", "organisation", "Brussels")).ShouldBeCreatedAsync("/api/actors/eu");
        await tracker.Admin.PutAsync("/api/actors/eu", Actor("European Union", "organisation", "the Union"), ("If-Match", "\"1\"")).ShouldBeOkAsync(4);

        await tracker.RefusesAsync(428, "precondition-missing", () => tracker.Admin.PutAsync("/api/actors/eu", Actor("European Union", "organisation", "Brussels")));
    }

    [Fact]
    public async Task Mandates_are_checked_where_they_stand()
    {
        await tracker.RecordCatalogueAsync();
        var actor = Samples.Actor("Somebody", "person");
        actor["mandates"] = Mandates(("somebody", "2025-01-20", null), ("atlantis", "2025-01-20", null), ("us", "2025-02-30", null), ("us", "2025-02-01", "2025-01-01"), ("US", "0000-01-01", null));

        var problem = await tracker.RefusesAsync(422, "not-acceptable", () => tracker.Admin.PutAsync("/api/actors/somebody", actor));

        problem["errors"]!.AsObject().Select(error => error.Key).Should()
            .BeEquivalentTo("/mandates/0/for", "/mandates/1/for", "/mandates/2/from", "/mandates/3/to", "/mandates/4/for", "/mandates/4/from");
    }

    [Theory]
    [InlineData("""[{"for": "somebody", "from": "2025-01-20"}]""", "own-mandate")]
    [InlineData("""[{"for": "atlantis", "from": "2025-01-20"}]""", "unknown-actor")]
    [InlineData("""[{"for": "us", "from": "2025-01-20"}, {"for": "us", "from": "2025-01-20", "to": "2025-02-01"}]""", "mandate-twice")]
    [InlineData("""[{"for": "us", "from": "2025-01-20", "to": "2025-01-19"}]""", "ends-before-it-begins")]
    [InlineData("""[{"for": "us", "from": "2025-01-20T00:00:00Z"}]""", "not-a-date")]
    [InlineData("[null]", null)]
    public async Task A_mandate_that_cannot_be_is_refused(string mandates, string? code)
    {
        await tracker.RecordCatalogueAsync();
        var actor = Samples.Actor("Somebody", "person");
        actor["mandates"] = JsonNode.Parse(mandates);

        await tracker.RefusesAsync(422, code, () => tracker.Admin.PutAsync("/api/actors/somebody", actor));
    }

    private static JsonObject Actor(string name, string kind, params string[] aliases)
    {
        var actor = Samples.Actor(name, kind);
        actor["aliases"] = new JsonArray([.. aliases.Select(alias => JsonValue.Create(alias))]);
        return actor;
    }

    private static JsonArray Mandates(params (string For, string From, string? To)[] mandates) =>
        [.. mandates.Select(mandate => new JsonObject { ["for"] = mandate.For, ["from"] = mandate.From, ["to"] = mandate.To })];
}
