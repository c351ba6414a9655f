using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Hosting.Security.Tokens;

/// <summary>Authentication by signed tokens (RFC 7519) of one OpenID Connect issuer.</summary>
internal static class BearerTokens
{
    public const string SchemeName = "Token";

    /// <summary>Larger ones are none; an issuer's are a tenth of it.</summary>
    public const int LongestToken = 8 * 1024;

    private const int LongestSubject = 255; // OpenID Connect Core 1.0, section 2

    /// <summary>So far clocks may be apart.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    public static void AddBearerTokens(this AuthenticationBuilder authentication, TokenSettings settings)
    {
        authentication.Services.AddSingleton(settings);
        authentication.Services.AddSingleton<IDocumentRetriever>(_ => new IssuerDocuments(settings));
        authentication.Services.AddSingleton<IssuerKeys>();
        authentication.Services.AddOptions<JwtBearerOptions>(SchemeName).Configure<IssuerKeys>((options, keys) => Configure(options, settings, keys));
        authentication.AddScheme<JwtBearerOptions, JwtBearerHandler>(SchemeName, null);
    }

    /// <summary>Whether a header holds what has the shape of a token: three parts, the first beginning as JSON does in Base64. No key that is made here has.</summary>
    public static bool AreIn(IHeaderDictionary headers)
    {
        const string scheme = "Bearer ";
        return headers.Authorization is [{ } value] && value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            && value.AsSpan(scheme.Length).TrimStart() is var token && token.StartsWith("eyJ", StringComparison.Ordinal) && token.Count('.') == 2;
    }

    private static void Configure(JwtBearerOptions options, TokenSettings settings, IssuerKeys keys)
    {
        options.ConfigurationManager = keys;
        options.MapInboundClaims = false;
        options.SaveToken = false;
        options.RefreshOnIssuerKeyNotFound = false;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(new JsonWebTokenHandler { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken });
        options.TokenValidationParameters = new()
        {
            ValidAudience = settings.Audience,
            ValidAlgorithms = settings.Pinned,
            ClockSkew = Skew,
        };
        options.Events = new()
        {
            OnMessageReceived = context => FindKeyAsync(context, keys),
            OnTokenValidated = context => EnterAsync(context, settings),
            OnChallenge = RefuseAsync,
        };
    }

    /// <summary>Before anything is checked: with what, if there is nothing to check it with?</summary>
    private static async Task FindKeyAsync(MessageReceivedContext context, IssuerKeys keys)
    {
        var token = context.Request.Headers.Authorization.ToString()["Bearer ".Length..].Trim();
        if (token.Length > LongestToken || !TryReadKey(token, out var key))
        {
            context.Fail("This is no token.");
            return;
        }

        try
        {
            await keys.LookForAsync(key, context.HttpContext.RequestAborted);
        }
        catch (IssuerAwayException away)
        {
            context.Fail(away);
        }
    }

    private static bool TryReadKey(string token, out string? key)
    {
        try
        {
            key = new JsonWebToken(token).Kid;
            return true;
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException)
        {
            key = null;
            return false;
        }
    }

    /// <summary>What a caller is here: a name of its issuer's and its own, and a role.</summary>
    private static Task EnterAsync(TokenValidatedContext context, TokenSettings settings)
    {
        var token = (JsonWebToken)context.SecurityToken;
        if (token.TryGetHeaderValue<object>("crit", out _) || token.Subject is not { Length: > 0 and <= LongestSubject } subject || subject.Any(char.IsControl))
        {
            context.Fail("The token has no subject, or says that it must be understood in a way that is not."); // RFC 7515, 4.1.11
            return Task.CompletedTask;
        }

        var role = token.Claims.Where(claim => claim.Type == settings.RoleClaim).Select(claim => settings.RoleOfValue.GetValueOrDefault(claim.Value)).DefaultIfEmpty().Max();
        context.Principal = new(new ClaimsIdentity([new(ClaimTypes.Name, $"{token.Issuer} {subject}"), new(ClaimTypes.Role, role.ToString())], SchemeName));
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        if (context.AuthenticateFailure is IssuerAwayException)
        {
            return ProblemAnswer.WriteAsync(context.HttpContext, Problems.IssuerAway);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized; // the words come with those of every other 401
        context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer error=\"invalid_token\"";
        return Task.CompletedTask;
    }
}
