using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>What every answer says to browsers, errors included; and no key is ever taken from an address.</summary>
internal static class SafeHeaders
{
    private static readonly string[] _secrets = ["key", "apikey", "api_key", "api-key", "token", "access_token", "authorization", "bearer"];

    /// <summary>Nothing here asks for any of these.</summary>
    private const string Permissions = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), xr-spatial-tracking=()";

    private static readonly Problem _keyInAddress = new(
        400, "key-in-address", "Addresses end up in logs and histories. Send the key as Authorization: Bearer, and have this one replaced.");

    public static Task UseAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() => AddAsync(http)); // at the last moment: an exception takes away all headers set before it
        return http.Request.Query.Keys.Any(name => _secrets.Contains(name, StringComparer.OrdinalIgnoreCase))
            ? ProblemAnswer.WriteAsync(http, _keyInAddress)
            : next(http);
    }

    /// <summary>Pages load nothing but their own stylesheet, scripts and images; what can be embedded has a room of its own.</summary>
    private static string PolicyFor(HttpContext http) =>
        http.Request.Path.StartsWithSegments(Docs.Path, StringComparison.Ordinal) && http.Response.StatusCode == StatusCodes.Status200OK ? Docs.PolicyFor(http)
        : http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true
            ? "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors "
                + (http.Request.Path.StartsWithSegments("/embed", StringComparison.Ordinal) && http.Response.StatusCode == StatusCodes.Status200OK ? "*" : "'none'")
        : "default-src 'none'; frame-ancestors 'none'";

    private static Task AddAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("Cross-Origin-Resource-Policy", "cross-origin");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", Permissions);
        if (http.Request.IsHttps && !http.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            headers.TryAdd(HeaderNames.StrictTransportSecurity, "max-age=31536000");
        }

        if (http.Response.StatusCode != StatusCodes.Status304NotModified)
        {
            var policy = PolicyFor(http);
            headers.TryAdd(HeaderNames.ContentSecurityPolicy, policy); // a 304 leaves the policy in force that the page came with (RFC 9111, 4.3.4)
            if (policy.EndsWith("frame-ancestors 'none'", StringComparison.Ordinal))
            {
                headers.TryAdd(HeaderNames.XFrameOptions, "DENY"); // for browsers that know nothing of frame-ancestors
            }
        }

        return Task.CompletedTask;
    }
}
