using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Claims;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Recording;

public sealed class MetadataOfEvents(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Every_event_says_who_recorded_it_and_what_it_belongs_to()
    {
        await tracker.RecordClaimAsync(await tracker.RecordCatalogueAsync());

        var events = await tracker.EventsAsync();

        var analyst = await tracker.QueryAsync<Guid>($"select id from {Tables.Analysts} where name = 'bootstrap'");
        events.Should().NotBeEmpty().And.OnlyContain(e => e.RecordedBy == analyst.ToString() && e.Correlation != null && e.Causation != null);
        events.Where(e => e.Version == 1).Select(e => e.Causation).Should().OnlyHaveUniqueItems("each request is its own cause");
    }

    [Fact]
    public async Task Events_of_one_request_have_one_cause()
    {
        await tracker.Admin.PutAsync("/api/actors/eu", Samples.Actor("EU", "organisation")).ShouldBeCreatedAsync("/api/actors/eu");
        var actor = Samples.Actor("European Union", "organisation");
        actor["aliases"] = new System.Text.Json.Nodes.JsonArray("EU", "Brussels");
        await tracker.Admin.PutAsync("/api/actors/eu", actor, ("If-Match", "\"1\"")).ShouldBeOkAsync(4);

        var causes = (await tracker.EventsAsync("actor:eu")).Select(e => e.Causation).ToList();

        causes[1..].Distinct().Should().ContainSingle().Which.Should().NotBe(causes[0]);
    }

    [Fact]
    public async Task Names_of_analysts_stand_in_no_event()
    {
        await tracker.RecordClaimAsync(await tracker.RecordCatalogueAsync());

        (await tracker.QueryAsync<long>($"select count(*) from {Tables.Events} e where e::text ilike '%bootstrap%'")).Should().Be(0);
        (await tracker.QueryAsync<long>($"select count(*) from {Tables.Events} e where e::text ilike '%{Tracker.AdminKey}%'")).Should().Be(0);
    }

    [Theory]
    [InlineData("import-2025.08_a")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public async Task A_usable_correlation_id_is_echoed_and_stored(string correlation)
    {
        var id = $"topic-{Guid.NewGuid():N}";

        using var response = await tracker.Admin.PutAsync($"/api/topics/{id}", Samples.Topic(), ("X-Correlation-Id", correlation));

        response.Headers.GetValues("X-Correlation-Id").Should().Equal(correlation);
        (await tracker.EventsAsync($"topic:{id}"))[0].Correlation.Should().Be(correlation);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("a\tb")]
    [InlineData("<script>")]
    [InlineData("\u001b[31m")]
    [InlineData("00123456789012345678901234567890123456789012345678901234567890123")]
    public async Task An_unusable_one_is_replaced(string correlation)
    {
        var id = $"topic-{Guid.NewGuid():N}";

        using var response = await tracker.Admin.PutAsync($"/api/topics/{id}", Samples.Topic(), ("X-Correlation-Id", correlation));

        var made = response.Headers.GetValues("X-Correlation-Id").Single();
        Guid.TryParse(made, out _).Should().BeTrue();
        (await tracker.EventsAsync($"topic:{id}"))[0].Correlation.Should().Be(made);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{")]
    public async Task A_refusal_names_the_same_correlation_id(string body)
    {
        using var response = await tracker.Admin.SendAsync(HttpMethod.Post, "/api/claims", body, ("X-Correlation-Id", "mine"));

        response.Headers.GetValues("X-Correlation-Id").Should().Equal("mine");
        (await response.JsonAsync())["correlation"]!.GetValue<string>().Should().Be("mine");
    }

    [Fact]
    public async Task The_id_of_an_event_is_that_of_its_place_in_its_stream()
    {
        var id = await tracker.RecordClaimAsync(await tracker.RecordCatalogueAsync());
        await tracker.ChangeAsync(id, "dispute", Changing.Reason(), 1).ShouldBeOkAsync(2);

        var events = await tracker.EventsAsync();

        events.Should().OnlyContain(e => e.Id == EventIds.At(e.Stream, e.Version));
        events.Should().OnlyContain(e => e.Id.Version == 8 && (e.Id.Variant & 0xC) == 0x8, "it is a UUID of RFC 9562, version 8");
        events.Select(e => e.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Ids_of_events_are_the_same_for_ever()
    {
        EventIds.At("claim:dcb73d2d-251b-409c-8d6c-85f94c8576c5", 1).Should().Be(Guid.Parse("b59a3583-a250-8405-8c8e-6a8b281102b0"));
    }
}
