using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Claims;

public sealed class RecordingClaims(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_claim_is_created_under_the_id_that_the_caller_chose()
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = Guid.NewGuid();

        var claim = await tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id)).ShouldBeCreatedAsync($"/api/claims/{id}");

        claim["id"]!.GetValue<Guid>().Should().Be(id);
        claim["version"]!.GetValue<long>().Should().Be(1);
        (await tracker.Public.GetJsonAsync($"/api/claims/{id}")).ToJsonString().Should().Be(claim.ToJsonString());
        (await tracker.EventTypesAsync($"claim:{id}")).Should().Equal("claim-recorded");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_id_is_made_where_the_caller_chooses_none(bool isNull)
    {
        var source = await tracker.RecordCatalogueAsync();
        var claim = Samples.Claim(source);
        claim.Remove("id");
        if (isNull)
        {
            claim["id"] = null;
        }

        using var first = await tracker.Admin.PostAsync("/api/claims", claim);
        using var second = await tracker.Admin.PostAsync("/api/claims", claim);

        var (one, other) = ((await first.JsonAsync())["id"]!.GetValue<Guid>(), (await second.JsonAsync())["id"]!.GetValue<Guid>());
        other.Should().NotBe(one, "without an id or an Idempotency-Key nothing says that it is a repeat");
        first.Headers.Location.Should().Be($"https://tracker.example.org/api/claims/{one}");
    }

    [Fact]
    public async Task What_is_left_out_is_empty_and_the_act_a_statement()
    {
        var source = await tracker.RecordCatalogueAsync();
        var sent = Samples.Claim(source);
        sent.Remove("speaker");

        var claim = await (await tracker.Admin.PostAsync("/api/claims", sent)).JsonAsync();

        claim["act"]!.GetValue<string>().Should().Be("statement");
        claim["speaker"].Should().BeNull();
        claim["reportedBy"].Should().BeNull();
        claim["venue"].Should().BeNull();
        claim.ContainsKey("venue").Should().BeTrue("absent values are null");
        claim["conditions"]!.AsArray().Should().BeEmpty();
        claim["terms"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Every_field_comes_back_as_it_was_sent()
    {
        var source = await tracker.RecordCatalogueAsync();
        var sent = Samples.Claim(source);
        sent["act"] = "pledge";
        sent["voice"] = "hearsay";
        sent["reportedBy"] = "russia";
        sent["venue"] = "Telegram";
        sent["stated"] = "2025-08-18T21:30:00-04:00";
        sent["conditions"] = new JsonArray("after a ceasefire", "with Congress");
        sent["terms"] = JsonNode.Parse(
            """
            [{"kind": "money", "amount": 90000000000, "currency": "USD", "reportedAs": [{"amount": 67000000000.5, "currency": "GBP"}]},
             {"kind": "quantity", "number": 26, "unit": "countries", "bound": "at-least", "of": 35}]
            """);

        using var response = await tracker.Admin.PostAsync("/api/claims", sent);

        var claim = await response.JsonAsync();
        foreach (var (field, value) in sent.Where(field => field.Key != "evidence"))
        {
            JsonNode.DeepEquals(claim[field], value).Should().BeTrue("{0} is {1}", field, claim[field]?.ToJsonString());
        }

        claim["effective"]!.GetValue<string>().Should().Be("2025-08-19T01:30:00.999999Z");
    }

    [Fact]
    public async Task Nothing_can_be_recorded_from_a_withdrawn_source()
    {
        var source = await tracker.RecordCatalogueAsync();
        var recorded = await tracker.RecordClaimAsync(source);
        using var withdrawal = await tracker.Admin.PostAsync($"/api/sources/{source}/withdrawal", Changing.Reason(), ("If-Match", "\"1\""));
        withdrawal.EnsureSuccessStatusCode();

        var problem = await tracker.RefusesAsync(422, "source-withdrawn", () => tracker.Admin.PostAsync("/api/claims", Samples.Claim(source)));

        problem.ErrorAt("/evidence/source").Should().Contain(source.ToString());
        (await tracker.Public.GetJsonAsync($"/api/claims/{recorded}"))["sourceWithdrawn"]!.GetValue<bool>().Should().BeTrue();
    }
}
