using System.Security.Claims;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Hosting.Security.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace GuaranteeTracker.Api.Hosting.Security;

/// <summary>Who may do what, as policies that routes name.</summary>
internal static class Access
{
    public const string Reading = "reading", SourceText = "source-text", Log = "log", Recording = "recording", Editing = "editing", Administering = "administering";

    /// <summary>A caller proves who it is with a key, or with a token; what it sends tells which.</summary>
    public const string Scheme = "Caller";

    /// <param name="tokens">Null where no tokens are taken.</param>
    public static void AddAccess(this IServiceCollection services, Settings settings, TokenSettings? tokens, bool isPublicSourceText)
    {
        // Not AddAuthentication, which brings data protection and its key files along: nothing here is encrypted.
        services.AddAuthenticationCore(options => options.DefaultScheme = Scheme).AddWebEncoders();
        var authentication = new AuthenticationBuilder(services).AddScheme<AuthenticationSchemeOptions, BearerKeys>(BearerKeys.SchemeName, null)
            .AddPolicyScheme(Scheme, null, options => options.ForwardDefaultSelector = http =>
                tokens is not null && BearerTokens.AreIn(http.Request.Headers) ? BearerTokens.SchemeName : BearerKeys.SchemeName);
        if (tokens is not null)
        {
            authentication.AddBearerTokens(tokens);
        }

        services.AddSingleton<Audit>().AddSingleton<KeyRing>().AddSingleton<LastUses>().AddHostedService(provider => provider.GetRequiredService<LastUses>());
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(RouteRoles.Denial)
            .AddPolicy(Reading, policy => AtLeast(policy, settings.PublicReading ? Role.None : Role.Reader))
            .AddPolicy(SourceText, policy => AtLeast(policy, isPublicSourceText ? Role.None : Role.Reader))
            .AddPolicy(Log, policy => AtLeast(policy, Role.Reader))
            .AddPolicy(Recording, policy => AtLeast(policy, Role.Analyst))
            .AddPolicy(Editing, policy => AtLeast(policy, Role.Editor))
            .AddPolicy(Administering, policy => AtLeast(policy, Role.Admin));
    }

    public static Role RoleOf(this ClaimsPrincipal caller) =>
        Enum.TryParse<Role>(caller.FindFirstValue(ClaimTypes.Role), out var role) ? role : Role.None;

    private static void AtLeast(AuthorizationPolicyBuilder policy, Role role) =>
        policy.AddAuthenticationSchemes(Scheme).RequireAssertion(context => context.User.RoleOf() >= role);
}
