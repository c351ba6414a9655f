using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Topics;

/// <summary>What PUT promises, on topics; actors have more to change and the same rules.</summary>
public sealed class SettingTopics(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_topic_is_created_and_the_same_again_is_a_repeat()
    {
        var created = await PutAsync("created", "One").ShouldBeCreatedAsync("/api/topics/created");

        (await PutAsync("created", "One").ShouldBeOkAsync(1)).ToJsonString().Should().Be(created.ToJsonString());
        (await PutAsync("created", "  One ", "\"7\"").ShouldBeOkAsync(1)).ToJsonString().Should().Be(created.ToJsonString());

        (await tracker.EventTypesAsync("topic:created")).Should().Equal("topic-registered");
    }

    [Fact]
    public async Task Another_content_needs_the_version_it_is_based_on()
    {
        await PutAsync("changed", "One").ShouldBeCreatedAsync("/api/topics/changed");

        (await tracker.RefusesAsync(428, "precondition-missing", () => PutAsync("changed", "Two")))["detail"]!.GetValue<string>().Should().Contain("\"1\"");
        await tracker.RefusesAsync(412, "precondition-failed", () => PutAsync("changed", "Two", "\"2\""));
        (await PutAsync("changed", "Two", "\"1\"").ShouldBeOkAsync(2))["title"]!.GetValue<string>().Should().Be("Two");

        (await tracker.EventTypesAsync("topic:changed")).Should().Equal("topic-registered", "topic-reworded");
    }

    [Fact]
    public async Task A_content_recorded_before_is_a_repeat_that_changes_nothing()
    {
        await PutAsync("repeated", "One").ShouldBeCreatedAsync("/api/topics/repeated");
        await PutAsync("repeated", "Two", "\"1\"").ShouldBeOkAsync(2);
        await PutAsync("repeated", "Three", "\"2\"").ShouldBeOkAsync(3);
        var before = await tracker.CountEventsAsync();

        (await PutAsync("repeated", "One").ShouldBeOkAsync(3))["title"]!.GetValue<string>().Should().Be("Three", "the answer is today's state");
        (await PutAsync("repeated", "Two").ShouldBeOkAsync(3))["title"]!.GetValue<string>().Should().Be("Three");

        (await tracker.CountEventsAsync()).Should().Be(before);
    }

    [Fact]
    public async Task With_If_Match_an_earlier_content_is_set_again()
    {
        await PutAsync("set-again", "One").ShouldBeCreatedAsync("/api/topics/set-again");
        await PutAsync("set-again", "Two", "\"1\"").ShouldBeOkAsync(2);

        await tracker.RefusesAsync(412, "precondition-failed", () => PutAsync("set-again", "One", "\"1\""));
        (await PutAsync("set-again", "One", "\"2\"").ShouldBeOkAsync(3))["title"]!.GetValue<string>().Should().Be("One");
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("*")]
    public async Task What_is_not_there_does_not_match(string ifMatch)
    {
        await tracker.RefusesAsync(412, "precondition-failed", () => PutAsync("nowhere", "One", ifMatch));
    }

    [Theory]
    [InlineData("US-air")]
    [InlineData("us_air")]
    [InlineData("us--air")]
    [InlineData("-us")]
    [InlineData("us-")]
    [InlineData("us.air")]
    [InlineData("rus\u0455ia")]
    [InlineData("nat\u043E")]
    [InlineData("eu\u200B")]
    [InlineData("ｅu")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234x")]
    public async Task An_id_is_a_slug_so_that_no_two_look_alike(string id)
    {
        await tracker.RefusesAsync(422, "not-an-id", () => PutAsync(Uri.EscapeDataString(id), "One"));
        await tracker.RefusesAsync(422, "not-an-id", () => tracker.Admin.PutAsync($"/api/actors/{Uri.EscapeDataString(id)}", Samples.Actor()));
        using var found = await tracker.Public.GetAsync($"/api/topics/{Uri.EscapeDataString(id)}");
        await found.ShouldBeProblemAsync(404, "unknown-topic");
    }

    [Fact]
    public async Task The_content_holds_nothing_but_title_and_proposition()
    {
        var topic = Samples.Topic();
        topic["id"] = "extra";

        await tracker.RefusesAsync(400, "bad-json", () => tracker.Admin.PutAsync("/api/topics/extra", topic));
        var problem = await tracker.RefusesAsync(422, "required", () => tracker.Admin.PutAsync("/api/topics/extra", new JsonObject()));
        problem["errors"]!.AsObject().Select(error => error.Key).Should().BeEquivalentTo("/title", "/proposition");
    }

    private Task<HttpResponseMessage> PutAsync(string id, string title, string? ifMatch = null) =>
        tracker.Admin.PutAsync($"/api/topics/{id}", Samples.Topic(title), ifMatch is null ? [] : [("If-Match", ifMatch)]);
}
