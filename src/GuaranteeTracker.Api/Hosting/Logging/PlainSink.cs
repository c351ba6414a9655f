using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace GuaranteeTracker.Api.Hosting.Logging;

/// <summary>Whatever is logged, and wherever it came from, is made plain before it is written.</summary>
internal sealed class PlainSink(ILogEventSink written) : ILogEventSink, IDisposable
{
    private static readonly MessageTemplateParser _templates = new();

    public void Emit(LogEvent logEvent) => written.Emit(new(
        logEvent.Timestamp,
        logEvent.Level,
        logEvent.Exception is null ? null : new PlainException(logEvent.Exception),
        LogText.IsPlain(logEvent.MessageTemplate.Text) ? logEvent.MessageTemplate : _templates.Parse(LogText.Of(logEvent.MessageTemplate.Text)),
        logEvent.Properties.Select(property => new LogEventProperty(property.Key, Plain(property.Value))),
        logEvent.TraceId ?? default,
        logEvent.SpanId ?? default));

    public void Dispose() => (written as IDisposable)?.Dispose();

    private static LogEventPropertyValue Plain(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: null or bool or IFormattable } => value, // numbers, times, ids
        ScalarValue { Value: { } scalar } => new ScalarValue(LogText.Of(scalar.ToString() ?? "")),
        SequenceValue sequence => new SequenceValue(sequence.Elements.Select(Plain)),
        StructureValue structure => new StructureValue(structure.Properties.Select(property => new LogEventProperty(property.Name, Plain(property.Value))), structure.TypeTag),
        DictionaryValue dictionary => new DictionaryValue(dictionary.Elements.Select(element => KeyValuePair.Create((ScalarValue)Plain(element.Key), Plain(element.Value)))),
        _ => new ScalarValue(LogText.Of(value.ToString())),
    };

    /// <summary>An exception as it is told: on lines of its own, none of which looks like the beginning of another entry.</summary>
    private sealed class PlainException(Exception told) : Exception(LogText.Of(told.Message))
    {
        public override string ToString()
        {
            var lines = told.ToString().ReplaceLineEndings("\n").Split('\n').Select(LogText.Of);
            return string.Join(Environment.NewLine, lines.Select((line, at) => at == 0 || line.StartsWith("   ", StringComparison.Ordinal) ? line : "   " + line));
        }
    }
}
