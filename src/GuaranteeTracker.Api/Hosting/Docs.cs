using System.Security.Cryptography;
using Scalar.AspNetCore;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>The API's description to browse, at /docs. Its page has scripts inside, which a nonce tells from any that somebody else got in.</summary>
internal static class Docs
{
    public const string Path = "/docs";

    private const string Nonce = "docs-nonce";

    public static void MapDocs(this IEndpointRouteBuilder app) => app.MapScalarApiReference(Path, (options, http) =>
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        http.Items[Nonce] = nonce;
        options.WithTitle("GuaranteeTracker").DisableDefaultFonts().DisableAgent().DisableMcp().DisableTelemetry().HideDeveloperTools().HideClientButton()
            .WithNonce(nonce)
            .AddHeadContent($"<script nonce=\"{nonce}\">globalThis.__zod_globalConfig = {{ jitless: true }}</script>"); // its script need not try whether it may eval: the policy says no
    }).AllowAnonymous();

    /// <summary>Styles it makes itself, while it runs: no nonce reaches those.</summary>
    public static string PolicyFor(HttpContext http) =>
        $"default-src 'none'; connect-src 'self'; script-src 'self'{(http.Items[Nonce] is { } nonce ? $" 'nonce-{nonce}'" : "")}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
}
