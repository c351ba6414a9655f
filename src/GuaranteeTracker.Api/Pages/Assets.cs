using System.Collections.Frozen;
using System.Security.Cryptography;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;

namespace GuaranteeTracker.Api.Pages;

/// <summary>The stylesheet and scripts of the pages, in the program itself. An address names the content, so it may be kept for ever.</summary>
internal sealed class Assets
{
    private const string Path = "/assets/";

    private static readonly FrozenDictionary<string, Format> _formats = new Dictionary<string, Format>
    {
        [".css"] = new("css", "text/css; charset=utf-8"),
        [".js"] = new("js", "text/javascript; charset=utf-8"),
        [".svg"] = Format.Svg,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, (string Hash, Written Written)> _assets;

    public Assets()
    {
        var prefix = typeof(Assets).FullName + ".";
        _assets = typeof(Assets).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[prefix.Length..], Load, StringComparer.Ordinal);
    }

    /// <summary>The address of the asset as it is in this program.</summary>
    public string AddressOf(string name) => $"{Path}{name}?v={_assets[name].Hash}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapRead(Path + "{name}", (string name, Assets assets, HttpContext http) => assets.Answer(http, name)).ExcludeFromDescription().AllowAnonymous();

    /// <summary>Of another version there is only this one: it has to be asked for again.</summary>
    private IResult Answer(HttpContext http, string name) =>
        !_assets.TryGetValue(name, out var asset) ? new ProblemResult(ProblemHandling.OfStatus(StatusCodes.Status404NotFound))
        : http.Request.Query["v"] == asset.Hash ? new Representation(asset.Written, "public, max-age=31536000, immutable", "Accept-Encoding")
        : new Representation(asset.Written, "public, no-cache", "Accept-Encoding");

    private static (string Hash, Written Written) Load(string resource)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(resource)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return (Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..12], new(_formats[System.IO.Path.GetExtension(resource)], bytes.ToArray()));
    }
}
