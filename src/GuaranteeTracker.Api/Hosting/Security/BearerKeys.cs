using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using AuthenticationHeaderValue = System.Net.Http.Headers.AuthenticationHeaderValue;

namespace GuaranteeTracker.Api.Hosting.Security;

/// <summary>Authentication by <c>Authorization: Bearer</c> (RFC 6750), and by nothing else.</summary>
internal sealed class BearerKeys(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KeyRing keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";

    private static readonly AuthenticateResult _unknown = AuthenticateResult.Fail("The key is not in force.");

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 0)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        if (header.Count > 1
            || !AuthenticationHeaderValue.TryParse(header[0], out var value)
            || !value.Scheme.Equals(SchemeName, StringComparison.OrdinalIgnoreCase)
            || value.Parameter is not { Length: >= KeyRing.ShortestKey and <= KeyRing.LongestKey } key
            || keys.Find(key) is not { } holder)
        {
            return Task.FromResult(_unknown);
        }

        var identity = new ClaimsIdentity([new(ClaimTypes.Name, holder.Name), new(ClaimTypes.Role, holder.Role.ToString())], SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers[HeaderNames.WWWAuthenticate] = SchemeName;
        return Task.CompletedTask;
    }
}
