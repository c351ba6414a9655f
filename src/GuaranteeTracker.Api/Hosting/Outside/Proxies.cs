using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace GuaranteeTracker.Api.Hosting.Outside;

/// <summary>The proxies whose word on a caller's address is taken, and nobody else's.</summary>
internal static class Proxies
{
    /// <summary>A chain of proxies is no longer; what stands before it in the header anybody may have written.</summary>
    private const int MostHops = 4;

    private static readonly char[] _separators = [';', ',', ' '];

    /// <exception cref="StartException">Something is no address.</exception>
    public static void AddProxies(this IServiceCollection services, Settings settings)
    {
        var known = (settings.Proxies ?? "").Split(_separators, StringSplitOptions.RemoveEmptyEntries).Select(Read).ToList();

        // After all others: ASPNETCORE_FORWARDEDHEADERS_ENABLED would make anybody a proxy.
        services.PostConfigure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = known.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            options.ForwardLimit = MostHops;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            known.ForEach(options.KnownIPNetworks.Add);
        });
    }

    private static IPNetwork Read(string given) =>
        IPNetwork.TryParse(given, out var network) && network.PrefixLength > 0 ? network
        : IPAddress.TryParse(given, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw new StartException($"GuaranteeTracker:Proxies has {given}; set the addresses of proxies, or their networks, such as 10.0.0.5 or 10.1.0.0/16.");
}
