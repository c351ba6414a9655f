using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Faults.BadInput;

/// <summary>Ids that look like one on record and are another.</summary>
public sealed class LookAlikes(Tracker tracker) : IClassFixture<Tracker>
{
    public static TheoryData<string> Ids => new("u\u0455", "\u1d1cs", "us\u200b", "us\u00ad", "\ufeffus", "ｕｓ", "US", "us\u0301", "us ", "us\u202e", "u\u2060s", "ս\u0455");

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Nobody_is_registered_under_one(string id)
    {
        await tracker.RefusesAsync(422, "not-an-id", () => tracker.Admin.PutAsync($"/api/actors/{Uri.EscapeDataString(id)}", Samples.Actor()), id);
        await tracker.RefusesAsync(422, "not-an-id", () => tracker.Admin.PutAsync($"/api/topics/{Uri.EscapeDataString(id)}", Samples.Topic()), id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task No_claim_names_one_and_nobody_is_found_by_it(string id)
    {
        var claim = Samples.Claim(await tracker.RecordCatalogueAsync());
        claim["actor"] = id;

        await tracker.RefusesAsync(422, null, () => tracker.Admin.PostAsync("/api/claims", claim), id);
        (await tracker.RefusesAsync(404, "unknown-actor", () => tracker.Public.GetAsync($"/api/actors/{Uri.EscapeDataString(id)}"), id))
            .ToJsonString().Should().NotContain(id, "what could be no id is not repeated");
    }
}
