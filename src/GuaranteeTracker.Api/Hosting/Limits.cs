using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>What a caller may send at most. A source's text has its own limit.</summary>
internal static class Limits
{
    public const long LargestBody = 256 * 1024;

    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(5);

    private const int LongestAddress = 8_000, LargestHeaders = 16 * 1024, MostHeaders = 64;

    private static readonly Problem
        _longAddress = new(414, "address-too-long", $"An address has at most {LongestAddress} characters here; ask for less at once."),
        _largeHeaders = new(431, "headers-too-large", $"At most {MostHeaders} headers of {LargestHeaders} bytes together are read; send fewer, or shorter ones.");

    /// <summary>The server's own limits on addresses and headers lie higher than those of <see cref="RefuseAsync"/>: what breaks them is cut off without a word.</summary>
    public static void Configure(KestrelServerOptions kestrel, Settings settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.MaxRequestLineSize = 32 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 64 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 200;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 500, gracePeriod: _grace);
        kestrel.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: settings.SlowestReader, gracePeriod: _grace);
        kestrel.Limits.MaxConcurrentConnections = settings.Connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = 0; // nothing here is
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(130); // longer than proxies keep theirs, who would else send into a connection that closes
        kestrel.Limits.Http2.MaxStreamsPerConnection = 100;
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
    }

    /// <summary>Says what is too much of addresses and headers.</summary>
    public static Task RefuseAsync(HttpContext http, RequestDelegate next)
    {
        var (headers, size) = (0, 0);
        foreach (var (name, values) in http.Request.Headers)
        {
            headers += values.Count;
            size += values.Sum(value => name.Length + (value?.Length ?? 0) + ": \r\n".Length);
        }

        return http.Request.Path.Value!.Length + http.Request.QueryString.Value!.Length > LongestAddress ? ProblemAnswer.WriteAsync(http, _longAddress)
            : headers > MostHeaders || size > LargestHeaders ? ProblemAnswer.WriteAsync(http, _largeHeaders)
            : next(http);
    }
}
