using Microsoft.Net.Http.Headers;
using AuthenticationHeaderValue = System.Net.Http.Headers.AuthenticationHeaderValue;

namespace GuaranteeTracker.Api.Hosting.Security;

/// <summary>What a request proves its caller with: <c>Authorization: Bearer</c> (RFC 6750), and nothing else.</summary>
internal static class BearerToken
{
    public const string Scheme = "Bearer";

    /// <summary>Null where the header is missing, sent twice, or of another scheme.</summary>
    public static string? Of(HttpRequest request) =>
        request.Headers[HeaderNames.Authorization] is [{ } header]
        && AuthenticationHeaderValue.TryParse(header, out var value) && value.Scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase)
            ? value.Parameter
            : null;
}
