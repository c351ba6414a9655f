using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>Builds addresses for answers from the setting PublicUrl, never from what a caller says the host is called.</summary>
internal sealed class PublicAddress(Settings settings, IServer server)
{
    /// <param name="path">Beginning with a slash.</param>
    public string Of(string path) => Base + path;

    private string Base => (settings.PublicUrl
        ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?? throw new InvalidOperationException("Set GuaranteeTracker:PublicUrl to the address under which callers reach this service.")).TrimEnd('/');
}
