using System.Text;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Importing;

/// <summary>POST /api/import: what is answered to each line, and to requests that are none.</summary>
public sealed class ImportingOverHttp(ImportingOverHttp.WithKeys tracker) : IClassFixture<ImportingOverHttp.WithKeys>
{
    [Fact]
    public async Task Each_line_has_a_result_with_its_number_and_a_last_line_counts_them()
    {
        var (source, claim, topic) = (await tracker.RecordCatalogueAsync(), Guid.NewGuid(), Unique("t"));
        string[] lines = [Lines.Topic(topic), "", Lines.Claim(source, claim), "nonsense", Lines.Because("dispute", claim), Lines.Claim(source, Guid.NewGuid(), "never"), Lines.Topic(topic)];

        var (results, last) = await tracker.Admin.ImportLinesAsync(lines);

        results.Select(PostedLines.Short).Should().Equal("1 recorded 1", "3 recorded 1", "4 lost 400", "5 recorded 2", "6 refused 422", "7 repeated 1");
        (results[1]["type"]!.GetValue<string>(), results[1]["id"]!.GetValue<string>()).Should().Be(("claim", $"{claim}"));
        results[4]["problem"]!["type"]!.GetValue<string>().Should().StartWith("/problems/");
        results[4]["problem"]!["errors"]!["/topic"]![0]!.GetValue<string>().Should().Contain("There is no topic never on record");
        last.ToJsonString().Should().Be("""{"result":"finished","recorded":3,"repeated":1,"refused":1,"lost":1}""");
    }

    [Fact]
    public async Task Who_sends_tens_of_thousands_of_lines_before_reading_anything_is_answered_to_each()
    {
        var topic = Unique("t");
        await using var import = await OpenImport.BeginAsync(tracker);
        var lines = Enumerable.Range(0, 40_000).Select(i => Lines.Topic(topic, $"Title {i % 2}")).ToList();
        foreach (var some in lines.Chunk(5_000))
        {
            await import.SendAsync(some);
        }

        await import.EndAsync();
        var answer = await import.RestAsync();

        answer.Should().HaveCount(lines.Count + 1);
        answer[^1]["result"]!.GetValue<string>().Should().Be("finished");
        (answer[^1]["recorded"]!.GetValue<int>() + answer[^1]["repeated"]!.GetValue<int>()).Should().Be(lines.Count);
    }

    [Fact]
    public async Task Who_waits_for_each_result_before_sending_the_next_gets_it_at_once()
    {
        var id = Guid.NewGuid();
        await using var import = await OpenImport.BeginAsync(tracker);
        string[] lines = [.. Enumerable.Range(0, 20).Select(_ => Lines.Topic(Unique("t"))), "nonsense", """{"type":"dispute","id":"7","reason":"Why?"}""", Lines.Of("dispute", new() { ["colour"] = "red" }, $"{id}")];
        var number = 0;
        foreach (var line in lines)
        {
            await import.SendAsync(line);
            var result = await import.NextAsync();
            result["line"]!.GetValue<int>().Should().Be(++number);
            result["result"]!.GetValue<string>().Should().Be(number <= 20 ? "recorded" : number == 21 ? "lost" : "refused", "what can never be recorded does not wait for anything");
        }

        await import.EndAsync();
        (await import.NextAsync())["result"]!.GetValue<string>().Should().Be("finished");
    }

    [Fact]
    public async Task A_line_may_come_in_many_pieces()
    {
        var topic = Unique("t");
        await using var import = await OpenImport.BeginAsync(tracker);
        foreach (var piece in Lines.Topic(topic, "Größe 𝕎").Chunk(2))
        {
            await import.SendTextAsync(new string(piece));
        }

        await import.EndAsync();

        (await import.RestAsync()).Select(PostedLines.Short).Should().Equal("1 recorded 1", "finished");
        (await tracker.Public.GetJsonAsync($"/api/topics/{topic}"))["title"]!.GetValue<string>().Should().Be("Größe 𝕎");
    }

    [Fact]
    public async Task Resolutions_and_withdrawals_need_an_editor_line_by_line()
    {
        var source = await tracker.RecordCatalogueAsync();
        var claim = await tracker.RecordClaimAsync(source);
        string[] lines = [Lines.Because("dispute", claim, version: 2), Lines.Because("resolution", claim), Lines.Because("withdrawal", source)];

        var (byAnalyst, _) = await tracker.Client(WithKeys.Analyst).ImportLinesAsync(lines);
        var (byEditor, _) = await tracker.Client(WithKeys.Editor).ImportLinesAsync(lines);

        byAnalyst.Select(PostedLines.Short).Should().Equal("1 recorded 2", "2 refused 403", "3 refused 403");
        byAnalyst[1]["problem"]!["type"]!.GetValue<string>().Should().Be("/problems/not-allowed");
        byEditor.Select(PostedLines.Short).Should().Equal("1 repeated 2", "2 recorded 3", "3 recorded 2");
    }

    [Fact]
    public async Task Requests_that_are_no_import_are_refused()
    {
        string[] lines = [Lines.Topic(Unique("t"))];
        await tracker.RefusesAsync(400, "bad-header", () => tracker.Admin.PostLinesAsync(lines, headers: ("Idempotency-Key", "one")));
        await tracker.RefusesAsync(400, "bad-parameter", () => tracker.Admin.PostLinesAsync(lines, "?stict=true"));
        await tracker.RefusesAsync(400, "bad-parameter", () => tracker.Admin.PostLinesAsync(lines, "?strict=maybe"));
        await tracker.RefusesAsync(400, "bad-parameter", () => tracker.Admin.PostLinesAsync(lines, "?strict=true&strict=true"));
        await tracker.RefusesAsync(415, "unsupported-media-type", () => tracker.Admin.PostLinesAsync(lines, type: "application/json"));
        await tracker.RefusesAsync(415, "unsupported-media-type", () => tracker.Admin.PostLinesAsync(lines, type: "application/x-ndjson; charset=utf-16"));
        await tracker.RefusesAsync(415, "unsupported-media-type", () => tracker.Admin.PostLinesAsync(lines, headers: ("Content-Encoding", "gzip")));
        await tracker.RefusesAsync(401, "not-authenticated", () => tracker.Public.PostLinesAsync(lines));
        await tracker.RefusesAsync(403, "not-allowed", () => tracker.Client(WithKeys.Reader).PostLinesAsync(lines));
        await tracker.RefusesAsync(405, "method-not-allowed", () => tracker.Admin.PutAsync("/api/import", Samples.Topic()));
    }

    [Fact]
    public async Task A_head_is_counted_and_one_of_another_version_stops_the_import()
    {
        var sound = Lines.Topic(Unique("t"));

        var (twice, last) = await tracker.Admin.ImportLinesAsync(["""{"type":"export","v":1,"count":2}""", sound, """{"type":"export","v":1,"count":1}""", sound]);
        twice.Select(PostedLines.Short).Should().Equal("1 lost 400", "2 recorded 1", "4 repeated 1");
        last["result"]!.GetValue<string>().Should().Be("finished");

        var (results, stopped) = await tracker.Admin.ImportLinesAsync([sound, """{"type":"export","v":2,"count":1}""", Lines.Topic(Unique("t"))]);
        results.Select(PostedLines.Short).Should().Equal("1 repeated 1");
        stopped["result"]!.GetValue<string>().Should().Be("stopped");
        stopped["problem"]!["detail"]!.GetValue<string>().Should().StartWith("line 2: this is no export of version 1");

        using var remote = new RemoteImporter(tracker.Public.BaseAddress!, Tracker.AdminKey, isStrict: false);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("""{"type":"export","v":1,"count":2}""" + "\n" + sound));
        var report = await remote.RunAsync(input, _ => { }, default);
        (report.Repeated, report.Lost).Should().Be((1, 1));
    }

    private static string Unique(string prefix) => $"{prefix}{Guid.NewGuid():N}";

    public sealed class WithKeys : Tracker, IAsyncLifetime
    {
        public const string Reader = "test-reader-key-0123456789", Analyst = "test-analyst-key-0123456789", Editor = "test-editor-key-0123456789";

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            var ring = Services.GetRequiredService<KeyRing>();
            ring.Add(Reader, new("a reader", Role.Reader));
            ring.Add(Analyst, new("an analyst", Role.Analyst));
            ring.Add(Editor, new("an editor", Role.Editor));
        }
    }
}
