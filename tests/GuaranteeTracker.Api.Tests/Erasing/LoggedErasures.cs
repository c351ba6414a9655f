using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Hosting;
using Serilog.Events;

namespace GuaranteeTracker.Api.Tests.Erasing;

/// <summary>What the log tells of erasing.</summary>
public sealed class LoggedErasures(RequestLogs.LoggingTracker tracker) : IClassFixture<RequestLogs.LoggingTracker>
{
    [Fact]
    public async Task An_erasure_is_one_line_of_the_audit_without_what_was_erased()
    {
        var (source, text) = await tracker.RecordTextAsync();
        var name = await tracker.QueryAsync<Guid>($"insert into {Tables.Analysts} values ('{Guid.NewGuid()}', 'Name never logged') returning id");
        await tracker.Admin.EraseAsync("source-text", source, "Reason never logged.");
        await tracker.Admin.EraseAsync("source-text", source, "Reason never logged.");
        await tracker.Admin.EraseAsync("analyst", name, "Reason never logged.");

        var audit = tracker.Events.Where(e => e.Properties.TryGetValue("SourceContext", out var category) && category is ScalarValue { Value: "GuaranteeTracker.Audit" })
            .Select(e => e.RenderMessage(System.Globalization.CultureInfo.InvariantCulture)).ToList();

        var by = await tracker.AdminAsync();
        audit.Should().HaveCount(2, "what was erased already is erased no second time");
        audit[0].Should().Contain($"(source-text {source}, by {by})").And.Contain("the bootstrap key").And.Contain("/api/erasures");
        audit[1].Should().Contain($"(analyst {name}, by {by})");
        string.Join('\n', tracker.Lines).Should().NotContainAny("never logged", text[^40..], "stands in no quote");
    }
}
