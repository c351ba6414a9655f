using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GuaranteeTracker.Api.Recording;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>Answers to reading requests: JSON with an entity tag, 304 where the caller has it already.</summary>
internal static class Reading
{
    /// <summary>The resource as it is now, tagged with its version.</summary>
    public static IResult Versioned<T>(HttpContext http, T value, long version) => Answer(http, value, Precondition.Tag(version), "no-cache");

    /// <summary>An answer that may be another one the next time.</summary>
    public static IResult Current<T>(HttpContext http, T value) => Answer(http, value, null, "no-cache");

    /// <summary>An answer that can never change.</summary>
    public static IResult Pinned<T>(HttpContext http, T value) => Answer(http, value, null, "max-age=31536000, immutable");

    /// <summary>Exact words, which never change; a takedown has to be able to reach every copy, so callers ask again.</summary>
    public static IResult Text(HttpContext http, string text, EntityTagHeaderValue tag)
    {
        Cache(http, "no-cache");
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", entityTag: tag);
    }

    private static IResult Answer<T>(HttpContext http, T value, string? tag, string caching)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, Json.Options);
        Cache(http, caching);
        return TypedResults.Bytes(
            body, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue(tag ?? $"\"{Convert.ToHexStringLower(SHA256.HashData(body))}\""));
    }

    private static void Cache(HttpContext http, string caching)
    {
        var isPublic = http.RequestServices.GetRequiredService<Settings>().PublicReading && !http.Request.Headers.ContainsKey(HeaderNames.Authorization);
        http.Response.Headers.CacheControl = $"{(isPublic ? "public" : "private")}, {caching}";
        http.Response.Headers.Vary = isPublic ? "Accept, Accept-Encoding" : "Accept, Accept-Encoding, Authorization";
    }
}
