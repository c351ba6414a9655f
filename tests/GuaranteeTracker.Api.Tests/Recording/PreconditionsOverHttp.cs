using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Claims;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Recording;

public sealed class PreconditionsOverHttp(Tracker tracker) : IClassFixture<Tracker>
{
    public static TheoryData<string> Changes => ["correction", "retraction", "dispute", "dispute/resolution"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_needs_the_version_it_is_based_on(string change)
    {
        var (id, body, version) = await PrepareAsync(change);

        var missing = await tracker.RefusesAsync(428, "precondition-missing", () => tracker.ChangeAsync(id, change, body, null));
        var stale = await tracker.RefusesAsync(412, "precondition-failed", () => tracker.ChangeAsync(id, change, body, version - 1));
        await tracker.RefusesAsync(412, "precondition-failed", () => tracker.ChangeAsync(id, change, body, version + 1));

        missing["detail"]!.GetValue<string>().Should().Contain(Changing.Tag(version));
        stale["detail"]!.GetValue<string>().Should().Contain(Changing.Tag(version));
        await tracker.ChangeAsync(id, change, body, version).ShouldBeOkAsync(version + 1);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_is_in_force_already_is_answered_before_If_Match_is_looked_at(string change)
    {
        var (id, body, version) = await PrepareAsync(change);
        var first = await tracker.ChangeAsync(id, change, body, version).ShouldBeOkAsync(version + 1);
        var before = await tracker.CountEventsAsync();

        foreach (var stale in new long?[] { null, version, 99 })
        {
            (await tracker.ChangeAsync(id, change, body, stale).ShouldBeOkAsync(version + 1)).ToJsonString().Should().Be(first.ToJsonString());
        }

        (await tracker.CountEventsAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData("correction")]
    [InlineData("dispute")]
    public async Task What_was_in_force_and_is_no_more_needs_a_version_again(string change)
    {
        var (id, body, version) = await PrepareAsync(change);
        await tracker.ChangeAsync(id, change, body, version).ShouldBeOkAsync(version + 1);
        var (next, after) = change == "dispute" ? ("dispute/resolution", Changing.Reason("It is settled."))
            : (change, Changing.Correction(await SourceOfAsync(id), "commits"));
        await tracker.ChangeAsync(id, next, after, version + 1).ShouldBeOkAsync(version + 2);

        await tracker.RefusesAsync(428, "precondition-missing", () => tracker.ChangeAsync(id, change, body, null));
        await tracker.ChangeAsync(id, change, body, version + 2).ShouldBeOkAsync(version + 3);
    }

    [Theory]
    [InlineData("\"1\"", 200)]
    [InlineData("*", 200)]
    [InlineData("\"0\", \"1\"", 200)]
    [InlineData("\"x\",W/\"1\",\"1\"", 200)]
    [InlineData("W/\"1\"", 412)]
    [InlineData("\"9\", \"2\"", 412)]
    [InlineData("\"01\"", 412)]
    [InlineData("w/\"1\"", 412)]
    [InlineData("\"\"", 412)]
    [InlineData("1", 400)]
    [InlineData("\"1", 400)]
    [InlineData("", 400)]
    [InlineData("\"1\" \"2\"", 400)]
    [InlineData("*, \"1\"", 400)]
    [InlineData("\"1\", *", 400)]
    public async Task If_Match_takes_entity_tags_compared_strongly(string ifMatch, int status)
    {
        var id = await tracker.RecordClaimAsync(await tracker.RecordCatalogueAsync());
        var change = () => tracker.Admin.PostAsync($"/api/claims/{id}/dispute", Changing.Reason(), ("If-Match", ifMatch));

        await (status switch
        {
            200 => change().ShouldBeOkAsync(2),
            400 => tracker.RefusesAsync(400, "bad-header", change),
            _ => tracker.RefusesAsync(412, "precondition-failed", change),
        });
    }

    [Theory]
    [InlineData(200, "\"9\"", "\"1\"")]
    [InlineData(412, "\"9\"", "\"2\"")]
    [InlineData(400, "*", "\"1\"")]
    public async Task If_Match_may_stand_on_several_lines(int status, string one, string other)
    {
        var id = await tracker.RecordClaimAsync(await tracker.RecordCatalogueAsync());

        using var response = await tracker.Admin.PostAsync($"/api/claims/{id}/dispute", Changing.Reason(), ("If-Match", one), ("If-Match", other));

        ((int)response.StatusCode).Should().Be(status);
    }

    [Fact]
    public async Task A_creation_needs_no_version()
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = Guid.NewGuid();

        await tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id)).ShouldBeCreatedAsync($"/api/claims/{id}");
        await tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id), ("If-Match", "\"9\"")).ShouldBeOkAsync(1);
    }

    /// <summary>A claim on which the change is possible, with the body of that change and the claim's version.</summary>
    private async Task<(Guid Id, JsonObject Body, long Version)> PrepareAsync(string change)
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = await tracker.RecordClaimAsync(source);
        if (change == "correction")
        {
            return (id, Changing.Correction(source), 1);
        }

        await tracker.ChangeAsync(id, "dispute", Changing.Reason("Who said so?"), 1).ShouldBeOkAsync(2);
        return (id, Changing.Reason(), 2);
    }

    private async Task<Guid> SourceOfAsync(Guid claim) =>
        Guid.Parse((await tracker.Public.GetJsonAsync($"/api/claims/{claim}"))["evidence"]!["source"]!.GetValue<string>());
}
