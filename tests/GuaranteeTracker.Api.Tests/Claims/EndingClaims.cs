using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Claims;

public sealed class EndingClaims(Tracker tracker) : IClassFixture<Tracker>
{
    public static TheoryData<string> Changes => ["correction", "retraction", "dispute", "dispute/resolution"];

    [Fact]
    public async Task A_retraction_is_final()
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = await tracker.RecordClaimAsync(source);
        (await tracker.ChangeAsync(id, "retraction", Changing.Reason(), 1).ShouldBeOkAsync(2))["retracted"]!.GetValue<bool>().Should().BeTrue();

        await tracker.RefusesAsync(409, "claim-retracted", () => tracker.ChangeAsync(id, "correction", Changing.Correction(source), 2));
        await tracker.RefusesAsync(409, "claim-retracted", () => tracker.ChangeAsync(id, "dispute", Changing.Reason(), 2));
        await tracker.RefusesAsync(409, "claim-retracted", () => tracker.ChangeAsync(id, "dispute/resolution", Changing.Reason(), 2));
        await tracker.RefusesAsync(409, "claim-retracted", () => tracker.ChangeAsync(id, "retraction", Changing.Reason("Another reason."), 2));
    }

    [Fact]
    public async Task What_was_in_force_when_a_claim_was_retracted_is_a_repeat_still()
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = await tracker.RecordClaimAsync(source);
        await tracker.ChangeAsync(id, "correction", Changing.Correction(source), 1).ShouldBeOkAsync(2);
        await tracker.ChangeAsync(id, "dispute", Changing.Reason("Doubtful."), 2).ShouldBeOkAsync(3);
        await tracker.ChangeAsync(id, "retraction", Changing.Reason(), 3).ShouldBeOkAsync(4);

        await tracker.ChangeAsync(id, "correction", Changing.Correction(source), 1).ShouldBeOkAsync(4);
        await tracker.ChangeAsync(id, "dispute", Changing.Reason("Doubtful."), 2).ShouldBeOkAsync(4);
        await tracker.RefusesAsync(409, "claim-retracted", () => tracker.ChangeAsync(id, "dispute", Changing.Reason("More doubtful."), 4));
    }

    [Fact]
    public async Task A_dispute_flags_a_claim_until_it_is_resolved()
    {
        var id = await tracker.RecordClaimAsync(await tracker.RecordCatalogueAsync());

        (await tracker.ChangeAsync(id, "dispute", Changing.Reason("Who said so?"), 1).ShouldBeOkAsync(2))["disputed"]!.GetValue<bool>().Should().BeTrue();
        (await tracker.ChangeAsync(id, "dispute/resolution", Changing.Reason("A recording shows it."), 2).ShouldBeOkAsync(3))["disputed"]!.GetValue<bool>().Should().BeFalse();
        (await tracker.ChangeAsync(id, "dispute", Changing.Reason("Who said so?"), 3).ShouldBeOkAsync(4))["disputed"]!.GetValue<bool>().Should().BeTrue();

        (await tracker.EventTypesAsync($"claim:{id}")).Should().Equal("claim-recorded", "claim-disputed", "dispute-resolved", "claim-disputed");
    }

    [Fact]
    public async Task A_dispute_for_another_reason_is_another_event()
    {
        var id = await tracker.RecordClaimAsync(await tracker.RecordCatalogueAsync());
        await tracker.ChangeAsync(id, "dispute", Changing.Reason("Who said so?"), 1).ShouldBeOkAsync(2);

        await tracker.ChangeAsync(id, "dispute", Changing.Reason("And when?"), 2).ShouldBeOkAsync(3);
    }

    [Fact]
    public async Task Without_a_dispute_there_is_nothing_to_resolve()
    {
        var id = await tracker.RecordClaimAsync(await tracker.RecordCatalogueAsync());

        await tracker.RefusesAsync(409, "not-disputed", () => tracker.ChangeAsync(id, "dispute/resolution", Changing.Reason(), 1));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_is_not_on_record_cannot_be_changed(string change)
    {
        var source = await tracker.RecordCatalogueAsync();
        var body = change == "correction" ? Changing.Correction(source) : Changing.Reason();

        await tracker.RefusesAsync(404, "unknown-claim", () => tracker.ChangeAsync(Guid.NewGuid(), change, body, 1));
        await tracker.RefusesAsync(404, "unknown-claim", () => tracker.ChangeAsync(Guid.NewGuid(), change, body, null));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Every_change_needs_a_reason(string change)
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = await tracker.RecordClaimAsync(source);
        var body = Changing.Correction(source);
        body.Remove("reason");
        if (change != "correction")
        {
            body.Remove("claim");
        }

        (await tracker.RefusesAsync(422, "required", () => tracker.ChangeAsync(id, change, body, 1))).ErrorAt("/reason").Should().Contain("required");
    }
}
