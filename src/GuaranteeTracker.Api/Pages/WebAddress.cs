namespace GuaranteeTracker.Api.Pages;

/// <summary>Recorded addresses as links: none that a browser would run instead of open.</summary>
internal static class WebAddress
{
    /// <returns>Null unless it is an absolute http or https address.</returns>
    public static Uri? OrNull(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
}
