using System.Collections.Concurrent;
using System.Globalization;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Topics;
using Microsoft.Extensions.DependencyInjection;
using Serilog;
using Serilog.Configuration;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace GuaranteeTracker.Api.Tests.Hosting;

public sealed class RequestLogs(RequestLogs.LoggingTracker tracker) : IClassFixture<RequestLogs.LoggingTracker>
{
    [Fact]
    public async Task A_request_is_one_line_with_its_correlation_id()
    {
        using var response = await tracker.Public.GetAsync("/api/actors/one-line");

        var line = await LineAsync(response);
        line.Should().Contain("GET /api/actors/one-line answered 404");
    }

    [Fact]
    public async Task No_body_no_key_and_no_query_is_logged()
    {
        await tracker.Admin.SendAsync(HttpMethod.Post, "/api/sources?secret=in-the-query", """{"text": "words of the body", "nonsense": """);
        await tracker.Admin.PutAsync("/api/topics/logged", Samples.Topic("Title in the body"), ("Idempotency-Key", "key-of-a-put"));
        await tracker.Public.GetAsync($"/api/picture?key={Tracker.AdminKey}");
        using var last = await tracker.Admin.PostAsync("/api/sources", Samples.Source(text: "text of a source"));
        await LineAsync(last);

        string.Join('\n', tracker.Lines).Should().NotContainAny("in-the-query", "words of the body", "Title in the body", Tracker.AdminKey, "text of a source", "Bearer");
    }

    [Fact]
    public async Task What_the_database_could_not_store_is_not_logged()
    {
        var fact = new TopicRegistered("unstorable", new("Title that cannot be stored\0", "It is so."));
        var request = new RecordingRequest<ITopicFact>("topic:unstorable", "/api/topics/unstorable", Needs.Of("topic:unstorable"), (_, _) => new(new Decision<ITopicFact>.Accepted(fact), 0), _ => fact);
        var context = new RecordingContext(new(Guid.NewGuid(), "unstorable", "unstorable"));

        var recording = () => tracker.Services.GetRequiredService<Recorder>().RecordAsync(request, context, CancellationToken.None);

        await recording.Should().ThrowAsync<Exception>();
        string.Join('\n', tracker.Lines).Should().NotContain("Title that cannot");
    }

    [Theory]
    [InlineData("/api/actors/a%0d%0aGET /forged")]
    [InlineData("/api/actors/a%0a2026-01-01 forged")]
    [InlineData("/api/actors/a%1b%5b31mred")]
    [InlineData("/api/actors/a%e2%80%ae%e2%80%a8%c2%85%e2%80%8b")]
    public async Task A_path_can_neither_begin_another_line_nor_steer_a_terminal(string path)
    {
        using var response = await tracker.SendRawAsync($"GET {path.Replace(" ", "%20", StringComparison.Ordinal)} HTTP/1.1");

        var line = await LineAsync(response);
        line.EnumerateRunes().Should().NotContain(rune => System.Text.Rune.IsControl(rune) || System.Text.Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value == 0x2028);
        line.Should().Contain("/api/actors/a").And.Contain("answered 404");
    }

    [Fact]
    public async Task Bad_input_is_no_error_of_the_service()
    {
        using var response = await tracker.Admin.SendAsync(HttpMethod.Post, "/api/claims", "{");
        await LineAsync(response);

        tracker.Events.Should().OnlyContain(e => e.Level < LogEventLevel.Warning || e.MessageTemplate.Text.StartsWith("UNSAFE DATABASE", StringComparison.Ordinal), "only the tests' server is not safe");
    }

    /// <summary>The line of this request, as soon as it is written: an answer is sent before it.</summary>
    private async Task<string> LineAsync(HttpResponseMessage response)
    {
        var correlation = response.Headers.GetValues("X-Correlation-Id").Single();
        string? line = null;
        for (var patience = 200; line is null && patience > 0; patience--)
        {
            await Task.Yield();
            line = tracker.Lines.SingleOrDefault(line => line.Contains(correlation, StringComparison.Ordinal) && line.Contains("answered", StringComparison.Ordinal) && line[0] != '{');
            await tracker.Public.GetAsync("/health/live");
        }

        return line ?? throw new InvalidOperationException("No line was written.");
    }

    public sealed class LoggingTracker : Tracker, IDisposable
    {
        private readonly string _name = Guid.NewGuid().ToString();

        public IReadOnlyList<LogEvent> Events => [.. MemorySink.Of(_name)];

        /// <summary>As they would stand in a file, written in both ways that the service writes: compact JSON, and for people.</summary>
        public IReadOnlyList<string> Lines => [.. Events.SelectMany(Write)];

        protected override IEnumerable<string> Settings =>
        [
            "--Serilog:MinimumLevel:Default=Information", $"--Serilog:Using:0={typeof(MemorySink).Assembly.GetName().Name}",
            "--Serilog:WriteTo:0:Name=Memory", $"--Serilog:WriteTo:0:Args:name={_name}",
        ];

        public void Dispose() => MemorySink.Forget(_name);

        private static IEnumerable<string> Write(LogEvent e)
        {
            using var json = new StringWriter(CultureInfo.InvariantCulture);
            new CompactJsonFormatter().Format(e, json);
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            new MessageTemplateTextFormatter("{Level:u3} {Message:lj}", CultureInfo.InvariantCulture).Format(e, text);
            return [.. json.ToString().TrimEnd('\n').Split('\n'), .. text.ToString().Split('\n')];
        }
    }
}

/// <summary>Keeps log events in memory, under a name, so that tests can look at what the service logs.</summary>
public sealed class MemorySink : ILogEventSink
{
    private static readonly ConcurrentDictionary<string, MemorySink> Sinks = new(StringComparer.Ordinal);

    private readonly ConcurrentQueue<LogEvent> _events = new();

    public static IEnumerable<LogEvent> Of(string name) => At(name)._events;

    public static void Forget(string name) => Sinks.TryRemove(name, out _);

    public void Emit(LogEvent logEvent) => _events.Enqueue(logEvent);

    internal static MemorySink At(string name) => Sinks.GetOrAdd(name, _ => new MemorySink());
}

/// <summary>Makes the sink known to the logging configuration.</summary>
public static class MemorySinkConfiguration
{
    public static LoggerConfiguration Memory(this LoggerSinkConfiguration writeTo, string name) => writeTo.Sink(MemorySink.At(name));
}
