using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Primitives;

namespace GuaranteeTracker.Api.Hosting.Outside;

/// <summary>Under which names callers reach this service; whoever sends another one is misled, or misleads.</summary>
/// <param name="allowed">Without ports; <c>*.example.org</c> for all below it; <c>*</c> alone for any.</param>
internal sealed class Hosts(IReadOnlyList<string> allowed)
{
    private const string Any = "*";

    private static readonly string[] _loopback = ["localhost", "127.0.0.1", "[::1]"];

    private static readonly Problem _unknown = new(400, "unknown-host", "This service has another name; use the address that it is published under.");

    private readonly bool _takesAny = allowed.Contains(Any);
    private readonly List<StringSegment> _patterns = [.. allowed.Select(host => new StringSegment(host))];

    /// <summary>As set under AllowedHosts; else the one of PublicUrl, and this machine's own names.</summary>
    /// <param name="areLoopback">Nobody else can connect, so nobody has another name for it.</param>
    public static void Add(WebApplicationBuilder builder, Settings settings, bool areLoopback)
    {
        var set = (builder.Configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        builder.Services.AddSingleton(new Hosts(
            set.Length > 0 ? set : settings.PublicUrl is { } url ? [new Uri(url).IdnHost is var host && host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host, .. _loopback] : areLoopback ? _loopback : [Any]));
        builder.Services.PostConfigure<HostFilteringOptions>(options => options.AllowedHosts = [Any]); // ASP.NET Core's own would answer with a page of its own
    }

    /// <summary>Probes call a node by whatever address it has, and are told nothing.</summary>
    public Task RefuseAsync(HttpContext http, RequestDelegate next) =>
        _takesAny || HostString.MatchesAny(http.Request.Host.Host, _patterns) || http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            ? next(http)
            : ProblemAnswer.WriteAsync(http, _unknown);
}
