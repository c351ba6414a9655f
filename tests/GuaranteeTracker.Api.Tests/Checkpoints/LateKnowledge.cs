using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Checkpoints;

/// <summary>What is recorded late changes the pictures of the past, and no picture as it was known before.</summary>
public sealed class LateKnowledge(Tracker tracker) : IClassFixture<Tracker>
{
    private const string Before = "asOf=2025-08-15", On = "asOf=2025-08-16", After = "asOf=2025-08-20";

    [Fact]
    public async Task A_claim_about_the_past_changes_the_pictures_from_its_day_on()
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync("opposes", "2025-08-14");

        await ShouldChangeAsync(subject, () => subject.RecordClaimAsync("supports", "2025-08-16"), from: "opposes", to: "supports");

        (await subject.StanceAsync(Before)).Should().Be("opposes", "on the day before it was not said yet");
    }

    [Fact]
    public async Task A_correction_changes_the_pictures_from_the_claims_day_on()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync("open", "2025-08-16");
        var content = subject.Claim("rejects", "2025-08-16");
        content.Remove("id");

        await ShouldChangeAsync(subject, () => ChangeAsync($"claims/{claim}/correction", new JsonObject { ["reason"] = "It was a refusal.", ["claim"] = content }), from: "open", to: "rejects");

        (await subject.StanceAsync(Before)).Should().BeNull();
    }

    [Fact]
    public async Task A_retraction_takes_the_claim_out_of_every_picture_from_then_on()
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync("open", "2025-08-14");
        var claim = await subject.RecordClaimAsync("commits", "2025-08-16");

        await ShouldChangeAsync(subject, () => ChangeAsync($"claims/{claim}/retraction", Reason), from: "commits", to: "open");
    }

    [Fact]
    public async Task A_dispute_flags_the_position_and_leaves_its_stance()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync("commits", "2025-08-16");

        await ShouldChangeAsync(subject, () => ChangeAsync($"claims/{claim}/dispute", Reason), from: "commits", to: "commits");
        Subject.Position(await subject.PictureAsync(On))!["disputed"]!.GetValue<bool>().Should().BeTrue();

        await ShouldChangeAsync(subject, () => ChangeAsync($"claims/{claim}/dispute/resolution", Reason, version: 2), from: "commits", to: "commits");
        Subject.Position(await subject.PictureAsync(On))!["disputed"]!.GetValue<bool>().Should().BeFalse();
    }

    [Fact]
    public async Task A_source_that_is_withdrawn_takes_its_claims_along()
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync("commits", "2025-08-16");

        await ShouldChangeAsync(subject, () => ChangeAsync($"sources/{subject.Source}/withdrawal", Reason), from: "commits", to: null);
    }

    [Fact]
    public async Task A_mandate_that_is_found_later_counts_from_when_it_was_known()
    {
        var subject = await Subject.RecordAsync(tracker);
        var speaker = $"speaker-{Guid.NewGuid():N}";
        await Subject.MustAsync(tracker.Admin.PutAsync($"/api/actors/{speaker}", Samples.Actor("A minister", "person")));
        var claim = subject.Claim("commits", "2025-08-16");
        claim["speaker"] = speaker;
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", claim));
        var minister = Samples.Actor("A minister", "person");
        minister["mandates"] = new JsonArray(new JsonObject { ["for"] = "us", ["from"] = "2025-08-16", ["to"] = "2025-08-16" });

        await ShouldChangeAsync(
            subject, () => Subject.MustAsync(tracker.Admin.PutAsync($"/api/actors/{speaker}", minister, ("If-Match", "\"1\""))), from: "commits", to: "commits");

        Subject.Position(await subject.PictureAsync(On))!["outsideMandate"]!.GetValue<bool>().Should().BeFalse();
    }

    [Fact]
    public async Task Titles_are_as_they_were_known()
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync("commits", "2025-08-16");

        await ShouldChangeAsync(
            subject,
            () => Subject.MustAsync(tracker.Admin.PutAsync($"/api/topics/{subject.Topic}", Samples.Topic("Help from the air"), ("If-Match", "\"1\""))),
            from: "commits", to: "commits");

        (await subject.PictureAsync(On)).Should().Contain("\"title\":\"Help from the air\"");
    }

    private static JsonObject Reason => new() { ["reason"] = "It was looked at again." };

    private Task<JsonObject> ChangeAsync(string what, JsonObject body, int version = 1) =>
        Subject.MustAsync(tracker.Admin.PostAsync($"/api/{what}", body, ("If-Match", $"\"{version}\"")));

    /// <summary>Every picture of the day and of later days changes as it is known now, and stays as it was known before.</summary>
    private async Task ShouldChangeAsync(Subject subject, Func<Task> change, string? from, string? to)
    {
        await tracker.SettleAsync();
        var moment = await tracker.NowAsync();
        var pinned = new[] { On, After }.Select(day => $"{day}&knownAt={moment.Write()}&v=1").ToList();
        var known = await Task.WhenAll(pinned.Select(subject.PictureAsync));
        (await subject.StanceAsync(pinned[0])).Should().Be(from);

        await change();

        foreach (var day in new[] { On, After })
        {
            (await subject.StanceAsync(day)).Should().Be(to);
            Topics(await subject.PictureAsync(day)).Should().NotBe(Topics(known[0]), "it is known now");
        }

        await tracker.SettleAsync();
        (await Task.WhenAll(pinned.Select(subject.PictureAsync))).Should().Equal(known, "it was not known then");
        (await subject.StanceAsync($"{On}&knownAt=seq:{await tracker.CoveredAsync()}")).Should().Be(to);
    }

    private static string Topics(string picture) => JsonNode.Parse(picture)!["topics"]!.ToJsonString();
}
