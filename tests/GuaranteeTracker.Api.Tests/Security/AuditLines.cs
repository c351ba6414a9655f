using System.Globalization;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Hosting;
using Serilog.Events;

namespace GuaranteeTracker.Api.Tests.Security;

public sealed class AuditLines(RequestLogs.LoggingTracker tracker) : IClassFixture<RequestLogs.LoggingTracker>
{
    [Fact]
    public async Task A_refusal_says_who_from_where_and_what_and_no_key()
    {
        var key = await tracker.Admin.AddKeyAsync(Guarded.KeyFor("reader"));
        using var reader = tracker.Client(key.Text());
        using var mistyped = tracker.Client(key.Text()[..^1]);

        using var nobody = await tracker.Public.PutAsync("/api/topics/any", Samples.Topic());
        using var typo = await mistyped.PutAsync("/api/topics/any", Samples.Topic());
        using var forbidden = await reader.PutAsync("/api/topics/any", Samples.Topic());

        (await LineAsync(nobody)).Should().Be((LogEventLevel.Warning, $"setTopic not-authenticated: nobody from 127.0.0.1, PUT /api/topics/any [{Correlation(nobody)}]"));
        (await LineAsync(typo)).Should().Be((LogEventLevel.Warning, $"setTopic mistyped-key: nobody from 127.0.0.1, PUT /api/topics/any [{Correlation(typo)}]"));
        (await LineAsync(forbidden)).Should().Be((LogEventLevel.Warning, $"setTopic not-allowed: key {key.Id()} from 127.0.0.1, PUT /api/topics/any [{Correlation(forbidden)}]"));
        NoLineHas(key.Text());
    }

    [Fact]
    public async Task A_key_that_is_made_or_revoked_is_one_line_without_name_label_or_key()
    {
        var wanted = Guarded.KeyFor("editor", "Nobody Elses Name");
        wanted["label"] = "words of a label";
        using var adding = await tracker.Admin.PostAsync("/api/keys", wanted);
        var key = await adding.JsonAsync();
        using var revoking = await tracker.Admin.PostAsync($"/api/keys/{key.Id()}/revocation", new JsonObject { ["reason"] = "Lost." });

        var subject = $"key {key.Id()}, role editor, analyst {key["analyst"]}, by {key["createdBy"]}";
        (await LineAsync(adding)).Should().Be((LogEventLevel.Information, $"key-added done ({subject}): the bootstrap key from 127.0.0.1, POST /api/keys [{Correlation(adding)}]"));
        (await LineAsync(revoking)).Should().Be((LogEventLevel.Information, $"key-revoked done ({subject}, reason: Lost.): the bootstrap key from 127.0.0.1, POST /api/keys/{key.Id()}/revocation [{Correlation(revoking)}]"));
        using var revoked = await tracker.Admin.PostAsync($"/api/keys/{key.Id()}/revocation", new JsonObject());
        Audits(Correlation(revoked)).Should().BeEmpty("it was revoked before");
        NoLineHas(key.Text());
        string.Join('\n', tracker.Lines).Should().NotContainAny("Nobody Elses Name", "words of a label");
    }

    [Fact]
    public async Task A_reason_over_several_lines_stays_on_one()
    {
        var key = await tracker.Admin.AddKeyAsync(Guarded.KeyFor("editor"));

        using var revoking = await tracker.Admin.PostAsync($"/api/keys/{key.Id()}/revocation", new JsonObject { ["reason"] = $"Lost.\n12:00:00 INF forged {key.Text()}" });

        var (level, line) = await LineAsync(revoking);
        level.Should().Be(LogEventLevel.Information);
        line.Should().StartWith("key-revoked done (key ").And.Contain("reason: Lost.\uFFFD12:00:00 INF forged gt_…").And.NotContain("\n");
        NoLineHas(key.Text());
    }

    [Fact]
    public async Task A_key_that_somebody_put_into_a_path_is_not_logged()
    {
        var key = await tracker.Admin.AddKeyAsync("reader");

        using var refused = await tracker.Public.PutAsync($"/api/topics/{key}", Samples.Topic());

        (await LineAsync(refused)).Line.Should().Contain("PUT /api/topics/gt_… [");
        NoLineHas(key);
    }

    private void NoLineHas(string key) => string.Join('\n', tracker.Lines).Should().NotContainAny(key, key[3..15], key[^12..]);

    private IReadOnlyList<LogEvent> Audits(string correlation) =>
    [
        .. tracker.Events.Where(e => e.Properties.TryGetValue("SourceContext", out var source) && source is ScalarValue { Value: Audit.Source }
            && e.Properties["Correlation"] is ScalarValue { Value: string of } && of == correlation),
    ];

    /// <summary>The line of this request, as soon as it is written: an answer is sent before it.</summary>
    private async Task<(LogEventLevel Level, string Line)> LineAsync(HttpResponseMessage response)
    {
        await Eventually.TrueAsync(() => Task.FromResult(Audits(Correlation(response)).Count > 0), "it is answered for");
        var line = Audits(Correlation(response)).Should().ContainSingle().Which;
        return (line.Level, line.RenderMessage(CultureInfo.InvariantCulture).Replace("\"", "", StringComparison.Ordinal));
    }

    private static string Correlation(HttpResponseMessage response) => response.Headers.GetValues("X-Correlation-Id").Single();
}
