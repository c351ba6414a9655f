using GuaranteeTracker.Api.Hosting;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Reading;

/// <summary>
/// Which of the formats there are a caller wants: the parameter <c>format</c> decides, else Accept (RFC 9110, 12.5.1). Of a media type's parameters
/// <c>profile</c> alone tells formats apart (RFC 6906); one that there is no format for is no wish.
/// </summary>
internal static class Formats
{
    private static readonly HashSet<string> _profiles = [.. ProfilesOf(MediaTypeHeaderValue.Parse(Format.Annotation.Type))];

    /// <param name="offered">The one for callers without a wish first; of several with one media type and profile only the first goes by Accept.</param>
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
    private static double Wish(IEnumerable<MediaTypeHeaderValue> accept, string type)
    {
        var offered = MediaTypeHeaderValue.Parse(type);
        return accept
            .Where(range => range.MatchesAllTypes || (range.MatchesAllSubTypes ? range.Type.Equals(offered.Type, StringComparison.OrdinalIgnoreCase) : range.MediaType.Equals(offered.MediaType, StringComparison.OrdinalIgnoreCase)))
            .Select(range => (Range: range, Profiles: ProfilesOf(range)))
            .Where(range => !range.Profiles.Any(_profiles.Contains) || ProfilesOf(offered).Any(range.Profiles.Contains))
            .OrderBy(range => range.Range switch
            {
                { MatchesAllTypes: true } => 4,
                { MatchesAllSubTypes: true } => 3,
                _ => range.Profiles.Any(_profiles.Contains) ? 0 : range.Profiles.Length == 0 ? 1 : 2,
            })
            .Select(range => range.Range.Quality ?? 1)
            .FirstOrDefault();
    }

    /// <summary>Addresses, separated by spaces, in quotes where one is written as it should be.</summary>
    private static string[] ProfilesOf(MediaTypeHeaderValue type) =>
        type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("profile", StringComparison.OrdinalIgnoreCase))?.GetUnescapedValue().ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
