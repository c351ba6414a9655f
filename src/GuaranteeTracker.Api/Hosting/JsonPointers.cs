namespace GuaranteeTracker.Api.Hosting;

/// <summary>The serializer's paths (<c>$.evidence.quotes[0].exact</c>) as JSON pointers (<c>/evidence/quotes/0/exact</c>).</summary>
internal static class JsonPointers
{
    public static string FromPath(string? path) => string.Concat(Steps(path ?? "").Select(step => "/" + Escape(step)));

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>Members, items, and members whose names need quotes. Names are the caller's, so each character is looked at once.</summary>
    private static IEnumerable<string> Steps(string path)
    {
        for (var at = path.AsSpan().IndexOfAny('.', '['); at >= 0 && at < path.Length;)
        {
            var (start, end, next) = Step(path, at);
            yield return path[start..end];
            at = next;
        }
    }

    /// <returns>Where the name starts and ends, and where the next step begins.</returns>
    private static (int Start, int End, int Next) Step(string path, int at)
    {
        if (path[at] == '.')
        {
            var end = IndexOrEnd(path.AsSpan(at + 1).IndexOfAny('.', '['), path, at + 1);
            return (at + 1, end, end);
        }

        if (path.AsSpan(at).StartsWith("['", StringComparison.Ordinal))
        {
            var quoted = EndOfQuoted(path, at + 2);
            return (at + 2, quoted, Math.Min(quoted + 2, path.Length));
        }

        var close = IndexOrEnd(path.AsSpan(at + 1).IndexOf(']'), path, at + 1);
        return (at + 1, close, Math.Min(close + 1, path.Length));
    }

    /// <summary>A name may hold the sign of its end: what is followed by another step, or by nothing, is the end.</summary>
    private static int EndOfQuoted(string path, int from)
    {
        for (var at = from; path.AsSpan(at).IndexOf("']", StringComparison.Ordinal) is >= 0 and var found; at += found + 1)
        {
            if (at + found + 2 == path.Length || path[at + found + 2] is '.' or '[')
            {
                return at + found;
            }
        }

        return path.Length;
    }

    private static int IndexOrEnd(int found, string path, int from) => found < 0 ? path.Length : from + found;
}
