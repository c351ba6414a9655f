using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>The members or columns that a caller wants: the parameter <c>fields</c>.</summary>
internal static class FieldChoice
{
    /// <summary>As an address has them.</summary>
    public static (string Name, string? Value) Write(IReadOnlyList<string>? chosen) => ("fields", chosen is null ? null : string.Join(',', chosen));

    /// <param name="all">Those there are.</param>
    /// <param name="chosen">In the order of <paramref name="all"/>, whatever the caller's; null where it wants all.</param>
    public static Problem? TryRead(HttpContext http, IReadOnlyList<string> all, out IReadOnlyList<string>? chosen)
    {
        chosen = null;
        var given = http.Request.Query["fields"];
        if (given.Count == 0)
        {
            return null;
        }

        var wanted = given.SelectMany(names => (names ?? "").Split(',')).Select(name => name.Trim()).ToHashSet(StringComparer.Ordinal);
        chosen = [.. all.Where(wanted.Contains)];
        return chosen.Count == wanted.Count ? null : Problems.BadParameter("fields", $"Send names separated by commas: {string.Join(", ", all)}.");
    }
}
