using GuaranteeTracker.Api.Hosting.Logging;

namespace GuaranteeTracker.Api.Hosting.Security;

/// <summary>
/// One log line for every refusal and for everything that an administrator does, from the source <see cref="Source"/>: who, from where, what, and how it ended.
/// Never a key, a name, a query or a body; nothing in it can begin another line.
/// </summary>
internal sealed class Audit(ILoggerFactory logs)
{
    public const string Source = "GuaranteeTracker.Audit";

    private const string Template = "{Action} {Outcome}{Subject}: {Caller} from {Address}, {Method} {Path} [{Correlation}]";

    private readonly ILogger _log = logs.CreateLogger(Source);

    /// <summary>Writes a line where the answer is 401, 403 or 429, whoever gave it.</summary>
    public static async Task UseAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests)
        {
            http.RequestServices.GetRequiredService<Audit>().Refused(http);
        }
    }

    /// <summary>Something was done that has to be answered for.</summary>
    /// <param name="action">What, in kebab-case: key-added.</param>
    /// <param name="subject">To what, and by which analyst: ids, no names. Words of a caller's own may stand in it; they are made harmless.</param>
    public void Done(HttpContext http, string action, string subject) => Write(LogLevel.Information, http, action, "done", $" ({subject})");

    /// <summary>Something was perhaps done: the database went away meanwhile.</summary>
    /// <inheritdoc cref="Done"/>
    public void Unknown(HttpContext http, string action, string subject) => Write(LogLevel.Warning, http, action, "outcome-unknown", $" ({subject})");

    private void Refused(HttpContext http) => Write(
        LogLevel.Warning, http, http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "request", ProblemAnswer.CodeOf(http) ?? $"{http.Response.StatusCode}", "");

    private void Write(LogLevel level, HttpContext http, string action, string outcome, string subject) => _log.Log(
        level, Template, action, outcome, Logs.Plain(subject, longest: 2_500), http.User.Describe(), $"{http.Connection.RemoteIpAddress}", Logs.Plain(http.Request.Method), Logs.Plain(http.Request.Path.Value ?? ""), Correlation.Of(http));
}
