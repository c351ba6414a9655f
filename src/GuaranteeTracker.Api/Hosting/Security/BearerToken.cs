using Microsoft.Net.Http.Headers;
using AuthenticationHeaderValue = System.Net.Http.Headers.AuthenticationHeaderValue;

namespace GuaranteeTracker.Api.Hosting.Security;

/// <summary>What a request proves its caller with: <c>Authorization: Bearer</c> (RFC 6750), and nothing else.</summary>
internal static class BearerToken
{
    public const string Scheme = "Bearer";

    /// <summary>Whether a request proves anything to us: what it proves to a proxy on the way, with <c>Basic</c> for instance, is none of our business.</summary>
    public static bool IsSent(HttpRequest request) => request.Headers.Authorization.Count > 0
        && !(request.Headers.Authorization is [{ } header] && AuthenticationHeaderValue.TryParse(header, out var value) && !IsOurs(value));

    /// <summary>Null where the header is missing, sent twice, or of another scheme.</summary>
    public static string? Of(HttpRequest request) =>
        request.Headers[HeaderNames.Authorization] is [{ } header]
        && AuthenticationHeaderValue.TryParse(header, out var value) && IsOurs(value)
            ? value.Parameter
            : null;

    private static bool IsOurs(AuthenticationHeaderValue value) => value.Scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase);
}
