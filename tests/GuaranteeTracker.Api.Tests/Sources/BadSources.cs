using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Sources;

/// <summary>Sources and names that can be parsed and not be accepted.</summary>
public sealed class BadSources(Tracker tracker) : IClassFixture<Tracker>
{
    public static TheoryData<string> Invisible => ["\u202E", "\u202A", "\u2066", "\u200B", "\u200D", "\u200F", "\u2060", "\uFEFF", "\u00AD", "\U000E0041"];

    [Theory]
    [InlineData("url", "javascript:alert(1)", "not-a-web-address")]
    [InlineData("url", "JavaScript:alert(1)//https://example.org", "not-a-web-address")]
    [InlineData("url", "data:text/html,<script>alert(1)</script>", "not-a-web-address")]
    [InlineData("url", "file:///etc/passwd", "not-a-web-address")]
    [InlineData("url", "ftp://example.org/a", "not-a-web-address")]
    [InlineData("url", "//example.org/a", "not-a-web-address")]
    [InlineData("url", "example.org/a", "not-a-web-address")]
    [InlineData("url", "https://", "not-a-web-address")]
    [InlineData("url", "https://user:password@example.org/", "not-a-web-address")]
    [InlineData("url", "https://example.org/\u202Egro", "invisible-characters")]
    [InlineData("url", "https://example.org/\r\nSet-Cookie: a=b", "control-characters")]
    [InlineData("url", null, "required")]
    [InlineData("publisher", "", "required")]
    [InlineData("title", "a\u0000b", "not-unicode")]
    [InlineData("title", "a\u001b[2Jb", "control-characters")]
    [InlineData("published", "2025-02-30", "not-a-date")]
    [InlineData("published", "0000-12-31", "not-a-date")]
    [InlineData("published", "10000-01-01", "not-a-date")]
    [InlineData("published", "2025-08", "not-a-date")]
    [InlineData("published", "2025-08-20T21:30:00", "not-a-date")]
    [InlineData("published", "2025-08-20T25:00:00Z", "not-a-date")]
    [InlineData("published", "0001-01-01T00:00:00+14:00", "not-a-date")]
    [InlineData("published", null, "not-a-date")]
    [InlineData("language", "english language", "not-a-language-tag")]
    [InlineData("language", "e", "not-a-language-tag")]
    [InlineData("language", "en-", "not-a-language-tag")]
    [InlineData("language", null, "not-a-language-tag")]
    [InlineData("text", null, "unusable-text")]
    [InlineData("text", "", "unusable-text")]
    [InlineData("text", " \n ", "unusable-text")]
    [InlineData("text", "words\u0000words", "unusable-text")]
    [InlineData("id", "not-a-uuid", "not-a-uuid")]
    [InlineData("revises", "not-a-uuid", "not-a-uuid")]
    public async Task A_field_that_cannot_be_is_refused(string field, string? value, string code)
    {
        var source = Samples.Source();
        source[field] = value;

        (await tracker.RefusesAsync(422, code, () => tracker.Admin.PostAsync("/api/sources", source))).ErrorAt("/" + field).Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Invisible))]
    public async Task Invisible_characters_are_refused_in_every_name(string invisible)
    {
        var name = $"Rus{invisible}sia";
        var actor = Samples.Actor(name);
        actor["aliases"] = new JsonArray(name);
        var source = Samples.Source();
        source["publisher"] = name;
        source["title"] = name;

        await RefuseAsync(() => tracker.Admin.PutAsync("/api/actors/hidden", actor), "invisible-characters", "/name", "/aliases/0");
        await RefuseAsync(() => tracker.Admin.PutAsync("/api/topics/hidden", Samples.Topic(name, name)), "invisible-characters", "/title", "/proposition");
        await RefuseAsync(() => tracker.Admin.PostAsync("/api/sources", source), "invisible-characters", "/publisher", "/title");
    }

    [Fact]
    public async Task Markup_is_text_like_any_other()
    {
        const string markup = "<script>alert('1')</script> & \"more\"";
        var source = Samples.Source();
        source["title"] = markup;

        using var response = await tracker.Admin.PostAsync("/api/sources", source);

        (await response.JsonAsync())["title"]!.GetValue<string>().Should().Be(markup);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
    }

    [Fact]
    public async Task Many_combining_marks_are_refused_before_they_cost_anything()
    {
        var zalgo = "e" + new string('\u0301', 129);
        var source = Samples.Source(text: string.Concat(Enumerable.Repeat(zalgo, 3_000)));

        (await tracker.RefusesAsync(422, "unusable-text", () => tracker.Admin.PostAsync("/api/sources", source))).ErrorAt("/text").Should().Contain("combining marks");
        await RefuseAsync(() => tracker.Admin.PutAsync("/api/actors/zalgo", Samples.Actor(zalgo)), "not-unicode", "/name");
    }

    [Theory]
    [InlineData("name", "Unit\u0000ed")]
    [InlineData("name", "")]
    [InlineData("kind", "empire")]
    [InlineData("kind", null)]
    public async Task An_actor_that_cannot_be_is_refused(string field, string? value)
    {
        var actor = Samples.Actor();
        actor[field] = value;

        (await tracker.RefusesAsync(422, null, () => tracker.Admin.PutAsync("/api/actors/some-actor", actor))).ErrorAt("/" + field).Should().NotBeEmpty();
    }

    private async Task RefuseAsync(Func<Task<HttpResponseMessage>> send, string code, params string[] pointers)
    {
        var problem = await tracker.RefusesAsync(422, code, send);
        problem["errors"]!.AsObject().Select(error => error.Key).Should().BeEquivalentTo(pointers);
    }
}
