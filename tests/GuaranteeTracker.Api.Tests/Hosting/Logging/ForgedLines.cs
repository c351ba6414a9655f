using System.Globalization;
using System.Text;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace GuaranteeTracker.Api.Tests.Hosting.Logging;

/// <summary>What callers write ends up in logs, by way of properties, messages and exceptions: it stays what it is.</summary>
public sealed class ForgedLines
{
    private const string Forged = "us\r\n12:00:00 INF all is well\u001b[2J\u001b]0;title\u0007\u0085\u2028\u2029\u202e\u2066\u200b\ud800\U000e0041end";

    [Fact]
    public void A_text_is_on_one_line_whatever_it_holds()
    {
        foreach (var line in new[] { Written(People, log => log.Information("Recorded {Name}", Forged)), Written(Machines, log => log.Information("Recorded {Name}", Forged)) })
        {
            MustBeOneLine(line);
            line.Should().Contain("us").And.Contain("end");
        }
    }

    [Fact]
    public void So_is_one_that_is_hidden_deeper()
    {
        var hidden = new { Names = new[] { Forged }, By = new Dictionary<string, string> { ["name"] = Forged } };
        foreach (var formatter in new[] { People, Machines })
        {
            MustBeOneLine(Written(formatter, log => log.Information("Recorded {@Hidden} {Address}", hidden, new Uri("https://example.org/" + Uri.EscapeDataString("é")))));
            MustBeOneLine(Written(formatter, log => log.ForContext("Elsewhere", new StringBuilder(Forged)).Information("Recorded {Elsewhere}")));
        }
    }

    [Fact]
    public void So_is_a_message_that_somebody_put_together() => MustBeOneLine(Written(People, log => log.Information(Forged)));

    [Fact]
    public void An_exception_stands_on_lines_that_are_none_of_an_entry()
    {
        var lines = Written(People, log => log.Error(new InvalidOperationException(Forged, new ArgumentException(Forged)), "It failed")).TrimEnd('\n').Split('\n');

        lines.Should().HaveCountGreaterThan(3);
        lines.Skip(2).Should().OnlyContain(line => line.StartsWith("   ", StringComparison.Ordinal));
        string.Concat(lines).Where(IsUnsafe).Should().BeEmpty();
    }

    [Fact]
    public void An_exception_is_one_line_of_JSON()
    {
        var line = Written(Machines, log => log.Error(new InvalidOperationException(Forged), "It failed"));

        MustBeOneLine(line);
        JsonDocument.Parse(line).RootElement.GetProperty("@x").GetString()!.Where(c => c != '\n' && IsUnsafe(c)).Should().BeEmpty();
    }

    [Fact]
    public void What_is_harmless_stays_as_it_is()
    {
        var line = Written(People, log => log.Information("{Name} {Number} {When:yyyy}", "Зеленський, naïve – 日本 🇺🇦", 1.5, new DateTime(2026, 1, 1)));

        line.Should().Contain("Зеленський, naïve – 日本 🇺🇦 1.5 2026");
    }

    private static ITextFormatter People => new MessageTemplateTextFormatter(Logs.Template, CultureInfo.InvariantCulture);

    private static ITextFormatter Machines => new CompactJsonFormatter();

    private static void MustBeOneLine(string written)
    {
        written.Should().EndWith("\n");
        written[..^1].Where(IsUnsafe).Should().BeEmpty();
    }

    private static bool IsUnsafe(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>The bytes that reach the console, as text.</summary>
    private static string Written(ITextFormatter formatter, Action<ILogger> write)
    {
        using var bytes = new MemoryStream();
        using (var log = new LoggerConfiguration().WriteTo.Sink(new PlainSink(new BytesSink(bytes, formatter))).CreateLogger())
        {
            write(log);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private sealed class BytesSink(Stream stream, ITextFormatter formatter) : ILogEventSink
    {
        public void Emit(LogEvent logEvent)
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            formatter.Format(logEvent, writer);
        }
    }
}
