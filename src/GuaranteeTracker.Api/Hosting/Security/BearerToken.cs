using System.Buffers;
using Microsoft.Net.Http.Headers;
using AuthenticationHeaderValue = System.Net.Http.Headers.AuthenticationHeaderValue;

namespace GuaranteeTracker.Api.Hosting.Security;

/// <summary>What a request proves its caller with: <c>Authorization: Bearer</c> (RFC 6750), and nothing else.</summary>
internal static class BearerToken
{
    public const string Scheme = "Bearer";

    private static readonly SearchValues<char> _base64Url = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_");

    /// <summary>Null where the header is missing, sent twice, or of another scheme.</summary>
    public static string? Of(HttpRequest request) =>
        request.Headers[HeaderNames.Authorization] is [{ } header]
        && AuthenticationHeaderValue.TryParse(header, out var value) && value.Scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase)
            ? value.Parameter
            : null;

    /// <summary>Three parts between dots, as signed tokens have, and keys have not unless the settings name such a one.</summary>
    public static bool HasThreeParts(string token) =>
        token.Split('.') is [{ Length: > 0 } first, { Length: > 0 } second, var third]
        && !$"{first}{second}{third}".AsSpan().ContainsAnyExcept(_base64Url);
}
