using System.Net;
using GuaranteeTracker.Api.Tests.Claims;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Sources;

public sealed class WithdrawingSources(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task The_entity_tag_of_a_source_as_read_serves_to_withdraw_it()
    {
        var id = await tracker.RecordCatalogueAsync();
        var read = await tracker.Public.GetAsync($"/api/sources/{id}");

        var response = await WithdrawAsync(id, Changing.Why, read.Headers.ETag!.ToString());

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_withdrawal_is_final_and_repeating_it_records_nothing()
    {
        var id = await tracker.RecordCatalogueAsync();

        var withdrawn = await WithdrawAsync(id, Changing.Why, "\"1\"").ShouldBeOkAsync(2);
        withdrawn["withdrawn"]!.GetValue<bool>().Should().BeTrue();
        withdrawn["withdrawalReason"]!.GetValue<string>().Should().Be(Changing.Why);

        await WithdrawAsync(id, Changing.Why, "\"1\"").ShouldBeOkAsync(2);
        await WithdrawAsync(id, $"  {Changing.Why}\r\n", null).ShouldBeOkAsync(2);
        await tracker.RefusesAsync(409, "source-withdrawn", () => WithdrawAsync(id, "Another reason.", "\"2\""));
        (await tracker.EventTypesAsync($"source:{id}")).Should().Equal("source-registered", "source-withdrawn");
    }

    [Fact]
    public async Task A_withdrawal_needs_the_version_it_is_based_on()
    {
        var id = await tracker.RecordCatalogueAsync();

        await tracker.RefusesAsync(428, "precondition-missing", () => WithdrawAsync(id, Changing.Why, null));
        await tracker.RefusesAsync(412, "precondition-failed", () => WithdrawAsync(id, Changing.Why, "\"2\""));
        await tracker.RefusesAsync(404, "unknown-source", () => WithdrawAsync(Guid.NewGuid(), Changing.Why, "\"1\""));
        await tracker.RefusesAsync(422, "required", () => WithdrawAsync(id, " ", "\"1\""));
    }

    [Fact]
    public async Task Registering_a_withdrawn_source_again_is_answered_with_its_state()
    {
        var id = Guid.NewGuid();
        var source = Samples.Source(id);
        (await tracker.Admin.PostAsync("/api/sources", source)).StatusCode.Should().Be(HttpStatusCode.Created);
        await WithdrawAsync(id, Changing.Why, "*").ShouldBeOkAsync(2);

        var again = await tracker.Admin.PostAsync("/api/sources", source).ShouldBeOkAsync(2);

        again["withdrawn"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public async Task A_withdrawn_source_can_be_revised_and_its_claims_retracted()
    {
        var id = await tracker.RecordCatalogueAsync();
        var claim = await tracker.RecordClaimAsync(id);
        await WithdrawAsync(id, Changing.Why, "\"1\"").ShouldBeOkAsync(2);
        var next = Samples.Source();
        next["revises"] = id.ToString();

        await tracker.Admin.PostAsync("/api/sources", next).ShouldBeCreatedAsync($"/api/sources/{next["id"]}");
        await tracker.ChangeAsync(claim, "retraction", Changing.Reason(), 1).ShouldBeOkAsync(2);
    }

    private Task<HttpResponseMessage> WithdrawAsync(Guid id, string reason, string? ifMatch) =>
        tracker.Admin.PostAsync($"/api/sources/{id}/withdrawal", Changing.Reason(reason), ifMatch is null ? [] : [("If-Match", ifMatch)]);
}
