using System.Net;
using System.Net.Sockets;

namespace GuaranteeTracker.Api.Hosting.Rates;

/// <summary>Where a request comes from, as far as it says who it comes from: of IPv6 the network, for a caller has all of a /64.</summary>
internal static class CallerAddress
{
    /// <summary>From this machine itself, as a socket of its file system is.</summary>
    public static bool IsLoopback(IPAddress? address) => address is null || IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
