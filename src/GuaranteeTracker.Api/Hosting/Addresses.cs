using System.Net;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>Where the service listens.</summary>
/// <param name="AreLoopback">Nobody outside this machine can reach any of them.</param>
internal sealed record Addresses(bool AreLoopback)
{
    /// <summary>As configured, by ASP.NET Core's own settings; else <see cref="Server.DefaultUrl"/>.</summary>
    public static Addresses Configure(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var ports = (configuration["http_ports"] ?? "") + (configuration["https_ports"] ?? "");
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "").ToList();
        var urls = (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        if (urls.Count == 0 && endpoints.Count == 0 && ports.Length == 0)
        {
            builder.WebHost.UseUrls(Server.DefaultUrl);
            urls.Add(Server.DefaultUrl);
        }

        // Ports alone listen on every interface.
        return new(endpoints.Concat(urls).All(IsLoopback) && (urls.Count + endpoints.Count > 0 || ports.Length == 0));
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
