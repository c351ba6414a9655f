namespace GuaranteeTracker.Api.Hosting;

/// <summary>Ties together what belongs to one piece of work: the caller's X-Correlation-Id, else one made here; answered in the same header.</summary>
internal static class Correlation
{
    public const string Header = "X-Correlation-Id";

    public static string Of(HttpContext http) => http.Items[Header] as string ?? http.TraceIdentifier;

    public static Task UseAsync(HttpContext http, RequestDelegate next)
    {
        var given = http.Request.Headers[Header].ToString();
        var id = IsUsable(given) ? given : Guid.CreateVersion7().ToString();
        http.Items[Header] = id;
        http.Response.OnStarting(() =>
        {
            http.Response.Headers[Header] = id; // not earlier: an exception takes away all headers set before it
            return Task.CompletedTask;
        });
        return next(http);
    }

    /// <summary>Short and plain, so that it can stand in a log line.</summary>
    private static bool IsUsable(string id) =>
        id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
