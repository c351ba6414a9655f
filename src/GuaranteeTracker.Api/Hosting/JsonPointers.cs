using System.Text.RegularExpressions;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>The serializer's paths (<c>$.evidence.quotes[0].exact</c>) as JSON pointers (<c>/evidence/quotes/0/exact</c>).</summary>
internal static partial class JsonPointers
{
    public static string FromPath(string? path) =>
        string.Concat(Steps().Matches(path ?? "").Select(step => "/" + Escape(step.Groups["name"].Value)));

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>A member, an item, or a member whose name needs quotes.</summary>
    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\[(?<name>\d+)\]|\['(?<name>.*?)'\](?=$|[.\[])", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Steps();
}
