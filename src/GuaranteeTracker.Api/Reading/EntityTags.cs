using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Reading;

/// <summary>Compares entity tags.</summary>
internal static class EntityTags
{
    /// <summary>Whether a caller has what is tagged so: weak comparison (RFC 9110, 13.1.2). A single tag, the usual case, is compared as it is written.</summary>
    /// <param name="had">The header If-None-Match.</param>
    public static bool IsHad(StringValues had, string tag) =>
        had.Count > 0
        && (had == tag
            || (EntityTagHeaderValue.TryParseList(had, out var tags)
                && tags.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false))));
}
