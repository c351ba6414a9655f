using System.Text.Json.Nodes;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>What differs between two JSON documents, in words a person can follow: rows of a list are matched by what names them.</summary>
internal static class JsonDifferences
{
    private static readonly string[] _names = ["id", "topic", "actor", "kind"];

    public static IEnumerable<string> Between(JsonNode? expected, JsonNode? actual, string at = "")
    {
        if (JsonNode.DeepEquals(expected, actual))
        {
            return [];
        }

        return (expected, actual) switch
        {
            (JsonObject e, JsonObject a) => e.Select(member => member.Key).Union(a.Select(member => member.Key), StringComparer.Ordinal)
                .SelectMany(name => Between(e[name], a[name], at.Length == 0 ? name : $"{at}.{name}")),
            (JsonArray e, JsonArray a) when e.Concat(a).All(row => row is JsonObject) => Rows(e, a, at),
            _ => [$"{at}: expected {Show(expected)}, got {Show(actual)}"],
        };
    }

    private static IEnumerable<string> Rows(JsonArray expected, JsonArray actual, string at)
    {
        var byClaim = !AreDistinct(expected) || !AreDistinct(actual);
        var wanted = expected.ToLookup(row => Name(row, byClaim), StringComparer.Ordinal);
        var found = actual.ToLookup(row => Name(row, byClaim), StringComparer.Ordinal);
        var differences = wanted.Select(row => row.Key).Union(found.Select(row => row.Key), StringComparer.Ordinal)
            .SelectMany(name => (wanted[name].ToList(), found[name].ToList()) switch
            {
                ([var e], [var a]) => Between(e, a, $"{at}[{name}]"),
                (var e, []) => [$"{at}[{name}]: missing ({e.Count})"],
                ([], var a) => [$"{at}[{name}]: not expected: {Show(a[0])}"],
                var (e, a) => [$"{at}[{name}]: expected {e.Count} of them, got {a.Count}, or others"],
            }).ToList();
        return differences.Count > 0 ? differences : [$"{at}: the same rows in another order"];
    }

    private static bool AreDistinct(JsonArray rows) => rows.DistinctBy(row => Name(row, byClaim: false), StringComparer.Ordinal).Count() == rows.Count;

    /// <summary>The row's id or actor or the like, and its claim where that does not tell it from others; a topic names itself inside its member.</summary>
    private static string Name(JsonNode? row, bool byClaim) =>
        row?["topic"] is JsonObject topic
            ? $"{topic["id"]}"
            : string.Join(' ', (byClaim ? _names.Append("claim") : _names).Where(name => row?[name] is JsonValue).Select(name => $"{row![name]}"));

    private static string Show(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "nothing";
        return text.Length <= 160 ? text : string.Concat(text.AsSpan(0, 160), "…");
    }
}
