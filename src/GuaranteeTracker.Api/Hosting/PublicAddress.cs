using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>Builds addresses for answers from the setting PublicUrl, never from what a caller says the host is called.</summary>
/// <param name="server">Null where nothing is served.</param>
internal sealed class PublicAddress(Settings settings, IServer? server = null)
{
    /// <param name="path">Beginning with a slash.</param>
    public string Of(string path) =>
        TryOf(path) ?? throw new InvalidOperationException("Set GuaranteeTracker:PublicUrl to the address under which callers reach this service.");

    /// <summary>Null where there is neither the setting nor a server.</summary>
    /// <param name="path">Beginning with a slash.</param>
    public string? TryOf(string path) => Base is { } known ? known.TrimEnd('/') + path : null;

    private string? Base => settings.PublicUrl ?? server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
}
