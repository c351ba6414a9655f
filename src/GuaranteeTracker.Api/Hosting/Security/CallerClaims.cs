using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace GuaranteeTracker.Api.Hosting.Security;

/// <summary>What is known of a caller, beside its role, as claims.</summary>
internal static class CallerClaims
{
    /// <summary>The pseudonym that events name; where it is missing, it is that of <see cref="ClaimTypes.Name"/>.</summary>
    public const string Analyst = "analyst";

    /// <summary>The id of the stored key, which is no secret.</summary>
    public const string Key = "key";

    /// <summary>
    /// Who it is, in words that name no person and give away no key. Holders of tokens are told apart by the first 16 digits of the SHA-256 of
    /// issuer, space, subject: most of them never record, and have no pseudonym.
    /// </summary>
    public static string Describe(this ClaimsPrincipal caller) =>
        caller.FindFirstValue(Key) is { } key ? $"key {key}"
        : caller.FindFirstValue(Analyst) is { } analyst ? $"analyst {analyst}"
        : caller.Identity is not { IsAuthenticated: true } identity ? "nobody"
        : identity.AuthenticationType == BearerKeys.SchemeName ? $"the {identity.Name} key"
        : $"token {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity.Name!)))[..16]}";
}
