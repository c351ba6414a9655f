using System.Text;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;

namespace GuaranteeTracker.Api.Discovery;

/// <summary>Tells robots where to go (RFC 9309): to every page once, and not through all dates and moments there are.</summary>
internal static class RobotsApi
{
    private static readonly string[] _endless = ["/api/", "/timegate/", "/timemap/", "/oembed", "/compare?", "/network?", "/picture?", "/timeline?", "/*knownAt="];

    /// <summary>Images of pages, which cards show; the longer rule wins (RFC 9309, 2.2.2).</summary>
    private static readonly string[] _shown = ["/picture.png", "/timeline.png", "/topics/*.png?knownAt=", "/actors/*.png?knownAt="];

    public static void MapRobots(this IEndpointRouteBuilder app) =>
        app.MapRead("/robots.txt", (Settings settings, PublicAddress address, HttpContext http) => ReadAnswer.Current(http, new Written(Format.Text, Write(settings, address))))
            .WithTags("Discovery").Reads<string>("getRobots", "Where robots may go", mediaTypes: "text/plain").AllowAnonymous();

    private static byte[] Write(Settings settings, PublicAddress address) => Encoding.UTF8.GetBytes(settings.PublicReading
        ? $"User-agent: *\n{string.Concat(_endless.Select(path => $"Disallow: {path}\n"))}{string.Concat(_shown.Select(path => $"Allow: {path}\n"))}\nSitemap: {address.Of("/sitemap.xml")}\n"
        : "User-agent: *\nDisallow: /\n");
}
