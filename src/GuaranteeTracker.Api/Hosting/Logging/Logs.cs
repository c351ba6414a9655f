using System.Globalization;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using Serilog;
using Serilog.Configuration;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace GuaranteeTracker.Api.Hosting.Logging;

/// <summary>One line per request, with its correlation id: compact JSON, in Development readable. Never bodies, queries or keys.</summary>
internal static class Logs
{
    /// <summary>Where Marten logs a statement that failed, it tells the values that the statement had.</summary>
    private const string MartenParameters = "PARAMETERS";

    /// <summary>For people.</summary>
    public const string Template = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static void Configure(HostBuilderContext context, LoggerConfiguration logs)
    {
        logs.MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal) // what keeps it from starting is told in a sentence
            .MinimumLevel.Override("Npgsql", LogEventLevel.Warning)
            .MinimumLevel.Override("Marten", LogEventLevel.Warning)
            .MinimumLevel.Override("JasperFx", LogEventLevel.Warning)
            .MinimumLevel.Override("Weasel", LogEventLevel.Warning)
            .ReadFrom.Configuration(context.Configuration)
            .Filter.ByExcluding(entry => entry.Properties.ContainsKey(MartenParameters)) // what was to be stored: whoever it fails for says why
            .Enrich.FromLogContext()
            .Enrich.With<PlainPaths>();
        logs.WriteTo.Sink(LoggerSinkConfiguration.Wrap(sink => new PlainSink(sink), to => WriteToConsole(to, context.HostingEnvironment.IsDevelopment())));
    }

    private static void WriteToConsole(LoggerSinkConfiguration to, bool isDevelopment)
    {
        if (isDevelopment)
        {
            to.Console(outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture);
        }
        else
        {
            to.Console(new CompactJsonFormatter());
        }
    }

    public static void UseRequestLogs(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>(); // this application's, not the process's
        options.IncludeQueryInRequestPath = false;
        options.MessageTemplate = "{RequestMethod} {RequestPath} answered {StatusCode} in {Elapsed:0} ms [{Correlation}]";
        options.GetMessageTemplateProperties = (http, path, elapsed, status) =>
        [
            new LogEventProperty("RequestMethod", new ScalarValue(Plain(http.Request.Method))),
            new LogEventProperty("RequestPath", new ScalarValue(Plain(path))),
            new LogEventProperty("StatusCode", new ScalarValue(status)),
            new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
            new LogEventProperty("Correlation", new ScalarValue(Correlation.Of(http))),
        ];
        options.GetLevel = (http, _, exception) =>
            exception is not null || http.Response.StatusCode >= 500 ? LogEventLevel.Error
            : http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? LogEventLevel.Debug
            : LogEventLevel.Information;
    });

    /// <summary>Somebody else's words as they may stand on one line of a log: nothing that could begin another one or steer a terminal, and no key.</summary>
    public static string Plain(string text, int longest = 300) => LogText.Of(KeyText.Mask(text.Length > longest ? text[..longest] : text));
}
