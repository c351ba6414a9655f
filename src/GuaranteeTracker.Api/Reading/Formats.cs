using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Reading;

/// <summary>Which of the formats there are a caller wants: the parameter <c>format</c> decides, else Accept (RFC 9110, 12.5.1).</summary>
internal static class Formats
{
    /// <param name="offered">Media types, the one for callers without a wish first. A format's name is its subtype, without <c>x-</c>.</param>
    /// <returns>Null where the caller takes none of them.</returns>
    public static string? Choose(HttpRequest request, params IReadOnlyList<string> offered)
    {
        if (request.Query["format"].ToString() is { Length: > 0 } format)
        {
            return offered.FirstOrDefault(type => Name(type) == format);
        }

        var accept = request.GetTypedHeaders().Accept;
        return accept.Count == 0 ? offered[0]
            : offered.Select(type => (Type: type, Wish: Wish(accept, type))).Where(type => type.Wish > 0).OrderByDescending(type => type.Wish).FirstOrDefault().Type;
    }

    /// <summary>The quality that the most specific of the ranges gives it.</summary>
    private static double Wish(IEnumerable<MediaTypeHeaderValue> accept, string type) => accept
        .Where(range => Plain(type).IsSubsetOf(Plain(range.MediaType.ToString())))
        .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault();

    private static string Name(string type) =>
        Plain(type).SubType.ToString() is var name && name.StartsWith("x-", StringComparison.Ordinal) ? name[2..] : name;

    private static MediaTypeHeaderValue Plain(string type) => new(MediaTypeHeaderValue.Parse(type).MediaType);
}
