using Serilog.Core;
using Serilog.Events;

namespace GuaranteeTracker.Api.Hosting.Logging;

/// <summary>The path that the server adds to every line written during a request, made as harmless as the service's own.</summary>
internal sealed class PlainPaths : ILogEventEnricher
{
    private const string Path = "RequestPath";

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (logEvent.Properties.TryGetValue(Path, out var path) && path is ScalarValue { Value: string text })
        {
            logEvent.AddOrUpdateProperty(new(Path, new ScalarValue(Logs.Plain(text))));
        }
    }
}
