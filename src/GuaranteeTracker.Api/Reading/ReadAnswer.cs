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
    private const string AskAgain = "no-cache", Immutable = "max-age=31536000, immutable";

    /// <summary>The resource as it is now, tagged with its version.</summary>
    public static IResult Versioned(HttpContext http, object value, long version)
    {
        Cache(http, AskAgain);
        return new Body(Format.Json, EntityTagHeaderValue.Parse(Precondition.Tag(version)), Bytes(value));
    }

    /// <summary>The resource as it is now, with things that have versions of their own.</summary>
    public static IResult VersionedWithMore(HttpContext http, object value, long version)
    {
        Cache(http, AskAgain);
        var body = Bytes(value);
        return new Body(Format.Json, EntityTagHeaderValue.Parse(Precondition.Tag(version, Convert.ToHexStringLower(SHA256.HashData(body))[..16])), body);
    }

    /// <summary>An answer that may be another one the next time.</summary>
    /// <param name="essence">What the entity tag stands for, where the answer holds something that changes without meaning anything, such as the time of asking.</param>
    /// <param name="dependsOnCaller">Whether those with a key are told more.</param>
    /// <param name="headers">What else its head says.</param>
    public static IResult Current(
        HttpContext http, object value, object? essence = null, bool dependsOnCaller = false, IReadOnlyList<(string Name, string Value)>? headers = null)
    {
        if (value is Written)
        {
            var (cacheControl, vary) = Caching(http, AskAgain, dependsOnCaller);
            return new Representation(Write(value, headers ?? []), cacheControl, vary, (byte[]?)essence);
        }

        Cache(http, AskAgain, dependsOnCaller);
        var body = Bytes(value);
        return new Body(Format.Json, essence is null ? Tag(body) : Tag(Bytes(essence), isWeak: true), body) { Headers = headers ?? [] };
    }

    /// <summary>An answer that can never change.</summary>
    public static Representation ForEver(HttpContext http, Written answer)
    {
        var (cacheControl, vary) = Caching(http, Immutable, dependsOnCaller: false);
        return new(answer, cacheControl, vary);
    }

    /// <summary>Exact words, which never change; a takedown has to be able to reach every copy, so callers ask again.</summary>
    public static IResult Text(HttpContext http, string text, EntityTagHeaderValue tag)
    {
        Cache(http, AskAgain, dependsOnCaller: true);
        return new Body(Format.Text, tag, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Part after part, for those with a key alone.</summary>
    public static IResult Parts(HttpContext http, Format format, IReadOnlyList<byte[]> parts)
    {
        Cache(http, AskAgain, dependsOnCaller: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(part);
        }

        return new Body(format, new($"\"{Convert.ToHexStringLower(hash.GetHashAndReset())}\""), parts);
    }

    /// <summary>An answer that is written while it is read: of any length.</summary>
    /// <param name="essence">What the entity tag stands for: all that decides the answer.</param>
    /// <param name="isForEver">Whether it can never change.</param>
    public static IResult Streamed(HttpContext http, StreamedAnswer answer, string essence, bool isForEver)
    {
        Cache(http, isForEver ? Immutable : AskAgain);
        http.Response.Headers.ETag = Tag(Encoding.UTF8.GetBytes(essence)).ToString();
        return answer;
    }

    /// <summary>As JSON, where it is not written already.</summary>
    /// <param name="headers">What else its head says.</param>
    public static Written Write(object answer, params IReadOnlyList<(string Name, string Value)> headers) =>
        answer is Written written ? new(written.Format, written.Bytes, [.. written.Headers, .. headers]) : new(Format.Json, Bytes(answer), headers);

    private static byte[] Bytes(object value) =>
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
    private sealed class Body(Format format, EntityTagHeaderValue tag, params IReadOnlyList<byte[]> parts) : IResult
    {
        public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var (request, response) = (httpContext.Request, httpContext.Response);
            if (Formats.Choose(request, format) is null)
            {
                await ProblemAnswer.WriteAsync(httpContext, ProblemHandling.OfStatus(StatusCodes.Status406NotAcceptable));
                return;
            }

            response.Headers.ETag = tag.ToString();
            foreach (var (header, value) in Headers)
            {
                response.Headers.Append(header, value);
            }

            if (EntityTags.IsHad(request.Headers.IfNoneMatch, tag.ToString()))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            response.ContentType = format.Type;
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
