using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Reading;

public sealed class ComparingPictures(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task What_was_said_between_two_days_has_moved()
    {
        var subject = await Subject.RecordAsync(tracker);
        var first = await subject.RecordClaimAsync("open", "2025-08-16");
        var second = await subject.RecordClaimAsync("rejects", "2025-08-18");

        var change = (await ChangesAsync(subject, "from=2025-08-17&to=2025-08-18")).Should().ContainSingle().Which!;

        change["kind"]!.GetValue<string>().Should().Be("moved");
        change["before"]!["claim"]!.GetValue<Guid>().Should().Be(first);
        change["after"]!["stance"]!.GetValue<string>().Should().Be("rejects");
        change["claims"]!.AsArray().Select(claim => claim!.GetValue<Guid>()).Should().Equal(second);
    }

    [Fact]
    public async Task What_was_recorded_later_about_the_first_day_was_learned()
    {
        var subject = await Subject.RecordAsync(tracker);
        var then = await tracker.SettleAsync();
        var claim = await subject.RecordClaimAsync("open", "2025-08-16");

        var change = (await ChangesAsync(subject, $"to=2025-08-18&knownFrom=seq:{then}")).Should().ContainSingle().Which!;

        change["kind"]!.GetValue<string>().Should().Be("learned");
        change["before"].Should().BeNull();
        change["claims"]!.AsArray().Single()!.GetValue<Guid>().Should().Be(claim);
    }

    [Fact]
    public async Task What_the_record_took_back_was_corrected_and_one_cell_can_have_both()
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync("supports", "2025-08-15");
        var wrong = await subject.RecordClaimAsync("open", "2025-08-16");
        var then = await tracker.SettleAsync();
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{wrong}/retraction", new JsonObject { ["reason"] = "Not said." }, ("If-Match", "\"1\"")));
        await subject.RecordClaimAsync("rejects", "2025-08-18");

        var changes = await ChangesAsync(subject, $"from=2025-08-16&to=2025-08-18&knownFrom=seq:{then}");

        changes.Select(change => change!["kind"]!.GetValue<string>()).Should().Equal("corrected", "moved");
        changes[0]!["after"]!["stance"]!.GetValue<string>().Should().Be("supports");
        changes[0]!["claims"]!.AsArray().Should().HaveCount(2);
    }

    [Fact]
    public async Task A_comparison_with_both_days_and_both_moments_never_changes()
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync("open", "2025-08-16");
        var known = await tracker.SettleAsync();
        var address = $"/api/picture/changes?topic={subject.Topic}&from=2025-08-15&to=2025-08-18&knownFrom=seq:{known}&knownTo=seq:{known}&v=1";
        using var first = await tracker.Public.GetAsync(address);
        await subject.RecordClaimAsync("rejects", "2025-08-17");

        (await tracker.Public.GetStringAsync(address)).Should().Be(await first.Content.ReadAsStringAsync());
        first.Headers.CacheControl!.ToString().Should().Contain("max-age=31536000");
    }

    [Theory]
    [InlineData("from=yesterday")]
    [InlineData("to=2025-02-30")]
    [InlineData("knownFrom=seq:-1")]
    [InlineData("knownTo=soon")]
    [InlineData("actor=No%20Slug")]
    [InlineData("v=2")]
    public async Task What_cannot_be_read_is_named(string query)
    {
        using var response = await tracker.Public.GetAsync($"/api/picture/changes?{query}");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.JsonAsync())["type"]!.GetValue<string>().Should().Be("/problems/bad-parameter");
    }

    private async Task<JsonArray> ChangesAsync(Subject subject, string query) =>
        (await tracker.Public.GetJsonAsync($"/api/picture/changes?topic={subject.Topic}&{query}"))["changes"]!.AsArray();
}
