using GuaranteeTracker.Api.Hosting;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Reading;

/// <summary>Which of the formats there are a caller wants: the parameter <c>format</c> decides, else Accept (RFC 9110, 12.5.1).</summary>
internal static class Formats
{
    /// <param name="offered">The one for callers without a wish first; of several with one media type only the first goes by Accept.</param>
    /// <returns>Null where the caller takes none of them.</returns>
    public static Format? Choose(HttpRequest request, params IReadOnlyList<Format> offered)
    {
        if (request.Query["format"].ToString() is { Length: > 0 } name)
        {
            return offered.FirstOrDefault(format => format.Name == name);
        }

        var accept = request.GetTypedHeaders().Accept;
        return accept.Count == 0 ? offered[0]
            : offered.Select(format => (Format: format, Wish: Wish(accept, format.Type))).Where(format => format.Wish > 0).OrderByDescending(format => format.Wish).FirstOrDefault().Format;
    }

    /// <summary>As <see cref="Choose"/>, with what to tell a caller who takes none of them: 400 where it named a format, 406 where its Accept has none.</summary>
    public static Problem? TryChoose(HttpRequest request, out Format format, params IReadOnlyList<Format> offered)
    {
        var chosen = request.Query["format"].Count > 1 ? null : Choose(request, offered);
        format = chosen ?? offered[0];
        return chosen is not null ? null
            : request.Query["format"].ToString().Length > 0 ? Problems.BadParameter("format", $"Send format once: {string.Join(", ", offered.Select(one => one.Name))}.")
            : ProblemHandling.OfStatus(StatusCodes.Status406NotAcceptable);
    }

    /// <summary>The quality that the most specific of the ranges gives it.</summary>
    private static double Wish(IEnumerable<MediaTypeHeaderValue> accept, string type) => accept
        .Where(range => Plain(type).IsSubsetOf(Plain(range.MediaType.ToString())))
        .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault();

    private static MediaTypeHeaderValue Plain(string type) => new(MediaTypeHeaderValue.Parse(type).MediaType);
}
