using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Recording;

/// <summary>What If-Match asks for (RFC 9110, 13.1.1): one of these versions, or any.</summary>
internal sealed record Precondition(bool Any, IReadOnlyList<string> Tags)
{
    /// <summary>Null when the header is there and cannot be read.</summary>
    public static Precondition? Parse(IReadOnlyList<string?> header)
    {
        if (!EntityTagHeaderValue.TryParseStrictList([.. header.OfType<string>()], out var tags) || (tags.Count > 1 && tags.Any(tag => tag.Tag == "*")))
        {
            return null;
        }

        // A weak tag never matches here: the comparison is the strong one.
        return new(tags.Any(tag => tag.Tag == "*"), [.. tags.Where(tag => !tag.IsWeak).Select(tag => tag.Tag.ToString())]);
    }

    /// <summary>Whether something with this version is there and meant; 0 is nothing.</summary>
    public bool Holds(long version) => version > 0
        && (Any || Tags.Any(tag => tag == Tag(version) || tag.StartsWith(Tag(version)[..^1] + "-", StringComparison.Ordinal)));

    /// <summary>The strong entity tag of a version.</summary>
    public static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The strong entity tag of a version whose answer depends on other things as well: it serves If-Match like the plain one.</summary>
    public static string Tag(long version, string rest) => string.Create(CultureInfo.InvariantCulture, $"\"{version}-{rest}\"");
}
