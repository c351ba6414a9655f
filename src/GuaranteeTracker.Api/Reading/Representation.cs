using System.IO.Compression;
using System.Security.Cryptography;
using GuaranteeTracker.Api.Hosting;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Reading;

/// <summary>The bytes of an answer, and their compressed forms, each made once, when first asked for.</summary>
internal sealed class Representation : IResult
{
    private const int BrotliQuality = 5; // beyond it a large picture takes seconds for a few per cent

    private readonly (string Name, string Tag, Lazy<byte[]> Bytes)[] _forms;
    private readonly Format _format;
    private readonly string _cacheControl, _vary;
    private readonly IReadOnlyList<(string Name, string Value)> _headers;

    /// <param name="cacheControl">Who may keep it, and for how long.</param>
    /// <param name="essence">What the entity tag stands for, where that is not every byte; the tag is a weak one then.</param>
    public Representation(Written written, string cacheControl, string vary, byte[]? essence = null)
    {
        (_format, _headers, _cacheControl, _vary) = (written.Format, written.Headers, cacheControl, vary);
        var identity = written.Bytes;
        var (hash, weak) = (Convert.ToHexStringLower(SHA256.HashData(essence ?? identity)), essence is null ? "" : "W/");
        _forms = !written.Format.Shrinks ? [("identity", $"{weak}\"{hash}\"", new(identity))] :
        [
            ("br", $"{weak}\"{hash}-br\"", new(() => Compress(identity, output => new BrotliStream(output, new BrotliCompressionOptions { Quality = BrotliQuality })))),
            ("gzip", $"{weak}\"{hash}-gzip\"", new(() => Compress(identity, output => new GZipStream(output, CompressionLevel.Optimal)))),
            ("identity", $"{weak}\"{hash}\"", new(identity)),
        ];
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        if (Formats.Choose(request, _format) is null)
        {
            await ProblemAnswer.WriteAsync(httpContext, ProblemHandling.OfStatus(StatusCodes.Status406NotAcceptable));
            return;
        }

        var (name, tag, bytes) = Choose(request.Headers.AcceptEncoding);
        response.Headers.CacheControl = _cacheControl;
        response.Headers.Vary = _vary;
        response.Headers.ETag = tag;
        foreach (var (header, value) in _headers)
        {
            response.Headers.Append(header, value);
        }

        if (EntityTags.IsHad(request.Headers.IfNoneMatch, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (name != "identity")
        {
            response.Headers.ContentEncoding = name;
        }

        response.ContentType = _format.Type;
        response.ContentLength = bytes.Value.Length;
        if (!HttpMethods.IsHead(request.Method))
        {
            await response.Body.WriteAsync(bytes.Value, httpContext.RequestAborted);
        }
    }

    /// <summary>The smallest that the caller takes (RFC 9110, 12.5.3); what it does not name it may have uncompressed.</summary>
    private (string Name, string Tag, Lazy<byte[]> Bytes) Choose(StringValues accepted)
    {
        if (accepted.Count > 0 && StringWithQualityHeaderValue.TryParseList(accepted, out var encodings))
        {
            foreach (var form in _forms.AsSpan(0, _forms.Length - 1))
            {
                if (encodings.FirstOrDefault(encoding => encoding.Value == form.Name) is { } encoding ? encoding.Quality is not 0 : encodings.Any(any => any.Value == "*" && any.Quality is not 0))
                {
                    return form;
                }
            }
        }

        return _forms[^1];
    }

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> compressor)
    {
        using var output = new MemoryStream();
        using (var stream = compressor(output))
        {
            stream.Write(bytes);
        }

        return output.ToArray();
    }
}
