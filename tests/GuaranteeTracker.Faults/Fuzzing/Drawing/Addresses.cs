using System.Text;
using GuaranteeTracker.Faults.Fuzzing.Describing;

namespace GuaranteeTracker.Faults.Fuzzing.Drawing;

/// <summary>Draws where requests go: path and query.</summary>
internal sealed class Addresses(Values values)
{
    private static readonly string[]
        _pages =
        [
            "/", "/picture", "/snapshots", "/snapshots/{asOf}/{knownAt}", "/embed/snapshots/{asOf}/{knownAt}", "/timeline", "/compare", "/network", "/topics", "/topics/{topic}", "/actors", "/actors/{actor}", "/sources", "/sources/{source}",
            "/claims/{claim}", "/docs", "/openapi/v1.json", "/health/ready", "/health/live", "/assets/{q}", "/nothing", "/api", "/api/", "/api/claims/", "/favicon.ico", "/.git/config", "/admin",
        ],
        _pageFields = ["asOf", "knownAt", "actor", "topic", "page", "q", "from", "to", "knownFrom", "knownTo", "cursor", "kind", "duplicates", "format", "v", "key", "token", "view"],
        _dots = ["/..", "/.", "/%2e%2e/", "//", "/%2F", "/;a=b", "/\\", "%", "%zz", "%00", "%c0%af", "/%E2%80%AE", "\u00e9", "?", "#x", "/ "];

    /// <returns>The request's target, and whether it still leads to the operation.</returns>
    public (string Target, bool IsWhole) Draw(Operation operation, Spoilt spoil, Draw draw)
    {
        var path = Fill(operation.Path, operation.Parameters.Where(parameter => parameter.In == "path").Select(parameter => parameter.Name), operation.Path, spoil.HasFlag(Spoilt.Path), draw);
        var isSame = !path.Contains("//", StringComparison.Ordinal) && !path.EndsWith('/') && !path.Contains("/.", StringComparison.Ordinal);
        if (spoil.HasFlag(Spoilt.Path) && draw.Percent(60))
        {
            var at = draw.Below(path.Length + 1);
            path = path[..at] + draw.One(_dots) + path[at..];
            isSame = false;
        }

        var fields = operation.Parameters.Where(parameter => parameter.In == "query" && draw.Percent(IsProof(operation) ? 75 : 25)).Select(parameter => parameter.Name).ToList();
        return (path + Query(fields, operation.Path, spoil, draw), isSame && !spoil.HasFlag(Spoilt.Path));
    }

    public string DrawPage(Spoilt spoil, Draw draw)
    {
        var page = draw.One(_pages);
        return Fill(page, ["asOf", "knownAt", "topic", "actor", "source", "claim", "q"], page, false, draw) + Query([.. _pageFields.Where(_ => draw.Percent(8))], page, spoil, draw);
    }

    /// <summary>What a proof is of has to be said.</summary>
    private static bool IsProof(Operation operation) => operation.Path.StartsWith("/log/proof/", StringComparison.Ordinal);

    private string Fill(string path, IEnumerable<string> names, string of, bool isHostile, Draw draw)
    {
        foreach (var name in names)
        {
            var value = isHostile && draw.Percent(50) ? draw.Of(Hostile.ShortText) : name == "claim" ? values.Of("id", "claim", draw) : values.Of(name, of, draw);
            path = path.Replace($"{{{name}}}", Escape(value.Length > 300 ? value[..300] : value, isHostile, draw), StringComparison.Ordinal);
            path = name == "index" ? path.Replace("%2F", "/", StringComparison.Ordinal) : path; // a tile's is a path of its own
        }

        return path;
    }

    private string Query(List<string> fields, string of, Spoilt spoil, Draw draw)
    {
        var isHostile = spoil.HasFlag(Spoilt.Query);
        if (isHostile)
        {
            fields.AddRange(Enumerable.Range(0, draw.Below(3)).Select(_ => fields.Count > 0 && draw.Percent(60) ? draw.One(fields) : draw.Percent(50) ? draw.One(_pageFields) : draw.Of(Hostile.ShortText)));
        }

        var query = new StringBuilder();
        foreach (var field in fields)
        {
            var value = isHostile && draw.Percent(40) ? draw.Of(Hostile.Text) : values.Of(field, of, draw);
            value = value.Length > 2_000 && draw.Percent(80) ? value[..2_000] : value;
            query.Append(query.Length == 0 ? '?' : '&').Append(Escape(field, isHostile, draw)).Append(isHostile && draw.Percent(5) ? "" : "=").Append(Escape(value, isHostile, draw));
        }

        return query.ToString();
    }

    /// <summary>Escaped as is proper; where it is to be hostile also twice, or badly.</summary>
    private static string Escape(string value, bool isHostile, Draw draw) => !isHostile ? Uri.EscapeDataString(value) : draw.Below(6) switch
    {
        0 => Uri.EscapeDataString(Uri.EscapeDataString(value)),
        1 => Uri.EscapeDataString(value) + draw.One<string>(["%", "%f", "%ff%fe", "%00", "%u0041", "+", "%20"]),
        _ => Uri.EscapeDataString(value),
    };
}
