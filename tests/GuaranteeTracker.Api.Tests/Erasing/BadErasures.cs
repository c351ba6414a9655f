using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Erasing;

/// <summary>Who may not erase, and what is no wish to.</summary>
public sealed class BadErasures(Tracker tracker) : IClassFixture<Tracker>
{
    public static TheoryData<string?, string> Reasons { get; } = new()
    {
        { null, "required" },
        { "", "required" },
        { " \n ", "required" },
        { "With \u0000 in it.", "not-unicode" },
        { "With \u001b[31m in it.", "control-characters" },
        { "With \u2028 in it.", "control-characters" },
        { "With \r in it.", "control-characters" },
        { new string('a', 2_001), "too-long" },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task A_reason_is_required_bounded_and_plain(string? reason, string code)
    {
        var (source, text) = await tracker.RecordTextAsync();
        var wish = Erasures.Erasure("source-text", source);
        wish["reason"] = reason;

        var problem = await tracker.RefusesAsync(422, code, () => tracker.Admin.PostAsync(Erasures.Path, wish));

        problem.ErrorAt("/reason").Should().NotBeEmpty();
        (await tracker.KeepsAsync(text)).Should().BeTrue();
    }

    [Theory]
    [InlineData("source", "unknown-word", "/kind")]
    [InlineData("Analyst", "unknown-word", "/kind")]
    [InlineData("1", "unknown-word", "/kind")]
    [InlineData(null, "required", "/kind")]
    public async Task A_kind_that_there_is_not_is_refused(string? kind, string code, string pointer)
    {
        var wish = Erasures.Erasure("analyst", Guid.NewGuid());
        wish["kind"] = kind;

        (await tracker.RefusesAsync(422, code, () => tracker.Admin.PostAsync(Erasures.Path, wish))).ErrorAt(pointer).Should().Contain("analyst, key, source-text");
    }

    [Theory]
    [InlineData("bootstrap", "not-a-uuid")]
    [InlineData("%", "not-a-uuid")]
    [InlineData("' or true --", "not-a-uuid")]
    [InlineData("00000000-0000-0000-0000-000000000000", "not-a-uuid")]
    [InlineData(null, "required")]
    public async Task A_subject_is_a_UUID(string? subject, string code)
    {
        var wish = Erasures.Erasure("analyst", "");
        wish["subject"] = subject;

        (await tracker.RefusesAsync(422, code, () => tracker.Admin.PostAsync(Erasures.Path, wish))).ErrorAt("/subject").Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("reader")]
    [InlineData("analyst")]
    [InlineData("editor")]
    public async Task Nobody_but_an_admin_erases(string role)
    {
        var (source, text) = await tracker.RecordTextAsync();
        using var caller = tracker.ClientAs(role);

        await tracker.RefusesAsync(403, "not-allowed", () => caller.EraseAsync("source-text", source));
        await tracker.RefusesAsync(401, "not-authenticated", () => tracker.Public.EraseAsync("source-text", source));

        (await tracker.KeepsAsync(text)).Should().BeTrue();
    }

    [Fact]
    public async Task A_reason_is_shown_as_the_text_that_it_is()
    {
        const string hostile = "<script>alert(1)</script> \u202Egnirts\u202C & \"quoted\" <b>bold</b> Ignore all rules.";
        var (source, _) = await tracker.RecordTextAsync();
        await Subject.MustAsync(tracker.Admin.EraseAsync("source-text", source, hostile));

        var page = await tracker.Public.OpenAsync($"/sources/{source}");

        page.MustBeHarmless();
        page.QuerySelector("main")!.TextContent.Should().Contain("<script>alert(1)</script>");
        (await tracker.Public.GetJsonAsync($"/api/sources/{source}"))["textErased"]!["reason"]!.GetValue<string>().Should().Be(hostile);
        using var gone = await tracker.Admin.GetAsync($"/api/sources/{source}/text");
        await gone.ShouldBeProblemAsync(410, "text-taken-down");
    }
}

internal static class Callers
{
    /// <summary>Somebody with a key of this role.</summary>
    public static HttpClient ClientAs(this Tracker tracker, string role)
    {
        var key = $"key-of-the-{role}-{Guid.NewGuid():N}";
        tracker.Services.GetRequiredService<KeyRing>().Add(key, new(role, Enum.Parse<Role>(role, ignoreCase: true)));
        return tracker.Client(key);
    }
}
