using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Reading;

/// <summary>Answers to reading requests: with an entity tag, and 304 where the caller has them already.</summary>
internal static class ReadAnswer
{
    public const string JsonType = "application/json; charset=utf-8";

    private const string AskAgain = "no-cache", Immutable = "max-age=31536000, immutable";

    /// <summary>The resource as it is now, tagged with its version.</summary>
    public static IResult Versioned(HttpContext http, object value, long version)
    {
        Cache(http, AskAgain);
        return new Body(JsonType, EntityTagHeaderValue.Parse(Precondition.Tag(version)), Bytes(value));
    }

    /// <summary>The resource as it is now, with things that have versions of their own.</summary>
    public static IResult VersionedWithMore(HttpContext http, object value, long version)
    {
        Cache(http, AskAgain);
        var body = Bytes(value);
        return new Body(JsonType, EntityTagHeaderValue.Parse(Precondition.Tag(version, Convert.ToHexStringLower(SHA256.HashData(body))[..16])), body);
    }

    /// <summary>An answer that may be another one the next time.</summary>
    /// <param name="essence">What the entity tag stands for, where the answer holds something that changes without meaning anything, such as the time of asking.</param>
    /// <param name="dependsOnCaller">Whether those with a key are told more.</param>
    public static IResult Current(HttpContext http, object value, object? essence = null, bool dependsOnCaller = false)
    {
        Cache(http, AskAgain, dependsOnCaller);
        var body = Bytes(value);
        return new Body(JsonType, essence is null ? Tag(body) : Tag(Bytes(essence), isWeak: true), body);
    }

    /// <summary>Who may keep an answer that can never change, and what it depends on.</summary>
    public static (string CacheControl, string Vary) ForEver(HttpContext http) => Caching(http, Immutable, dependsOnCaller: false);

    /// <summary>Exact words, which never change; a takedown has to be able to reach every copy, so callers ask again.</summary>
    public static IResult Text(HttpContext http, string text, EntityTagHeaderValue tag)
    {
        Cache(http, AskAgain, dependsOnCaller: true);
        return new Body("text/plain; charset=utf-8", tag, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Part after part, for those with a key alone.</summary>
    public static IResult Parts(HttpContext http, string type, IReadOnlyList<byte[]> parts)
    {
        Cache(http, AskAgain, dependsOnCaller: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(part);
        }

        return new Body(type, new($"\"{Convert.ToHexStringLower(hash.GetHashAndReset())}\""), parts);
    }

    public static byte[] Bytes(object value) =>
        JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), (value as IWrittenSpecially)?.Options ?? Json.Options);

    private static EntityTagHeaderValue Tag(byte[] content, bool isWeak = false) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"", isWeak);

    private static void Cache(HttpContext http, string caching, bool dependsOnCaller = false) =>
        (http.Response.Headers.CacheControl, http.Response.Headers.Vary) = Caching(http, caching, dependsOnCaller);

    /// <summary>Shared caches may keep what everybody may read, and nothing else.</summary>
    private static (string CacheControl, string Vary) Caching(HttpContext http, string caching, bool dependsOnCaller)
    {
        var isOpen = http.RequestServices.GetRequiredService<Settings>().PublicReading;
        var isPublic = isOpen && !(dependsOnCaller && http.Request.Headers.ContainsKey(HeaderNames.Authorization));
        return ($"{(isPublic ? "public" : "private")}, {caching}", isOpen && !dependsOnCaller ? "Accept, Accept-Encoding" : "Accept, Accept-Encoding, Authorization");
    }

    /// <summary>A whole answer, or 304 (RFC 9110, 13.1.2), or 406 where the caller takes none of what there is.</summary>
    private sealed class Body(string type, EntityTagHeaderValue tag, params IReadOnlyList<byte[]> parts) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var (request, response) = (httpContext.Request, httpContext.Response);
            if (Formats.Choose(request, type) is null)
            {
                await ProblemAnswer.WriteAsync(httpContext, ProblemHandling.OfStatus(StatusCodes.Status406NotAcceptable));
                return;
            }

            response.Headers.ETag = tag.ToString();
            if (request.GetTypedHeaders().IfNoneMatch.Any(had => had.Equals(EntityTagHeaderValue.Any) || had.Compare(tag, useStrongComparison: false)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            response.ContentType = type;
            response.ContentLength = parts.Sum(part => (long)part.Length);
            foreach (var part in HttpMethods.IsHead(request.Method) ? [] : parts)
            {
                await response.Body.WriteAsync(part, httpContext.RequestAborted);
            }
        }
    }
}

/// <summary>An answer of which some part is written by hand, because there can be very much of it. Its bytes are those that <see cref="Json.Options"/> give.</summary>
internal interface IWrittenSpecially
{
    JsonSerializerOptions Options { get; }
}
