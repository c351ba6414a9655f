using System.Text;
using GuaranteeTracker.Faults.Fuzzing.Describing;

namespace GuaranteeTracker.Faults.Fuzzing.Drawing;

/// <summary>Draws the headers of requests.</summary>
internal sealed class HeaderLines(Callers callers)
{
    private static readonly string[]
        _tags = ["*", "\"1\"", "\"1\"", "\"2\"", "\"3\"", "\"0\"", "W/\"1\"", "1", "\"", "\"1\", \"2\"", "\"-1\"", "\"99999999999999999999\"", "\"x\"", "", "*, \"1\"", "\"\u00e9\""],
        _accepts =
        [
            "*/*", "application/json", "text/html", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/csv", "application/x-ndjson", "text/event-stream", "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"",
            "application/atom+xml", "image/png", "application/json;q=0", "application/json;q=1.0001", "text/*", "", ",", "a/b/c", "*/json", "application/json;q=abc", ";;;", "application/problem+json",
        ],
        _dates = ["Thu, 20 Nov 2025 08:00:00 GMT", "Mon, 01 Jan 2035 00:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "2025-11-20", "yesterday", "", "Thu, 31 Feb 2025 08:00:00 GMT", "Thu, 20 Nov 99999 08:00:00 GMT"],
        _types = ["text/plain", "application/xml", "application/json; charset=utf-16", "application/json; charset=", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "nonsense", "", "application/x-ndjson", "application/json"],
        _encodings = ["gzip", "br", "identity", "deflate, gzip", "x", ""],
        _others =
        [
            "X-Forwarded-Host: evil.example", "X-Forwarded-For: 10.0.0.1", "X-HTTP-Method-Override: DELETE", "Cookie: key=1; key=2", "Expect: 100-continue", "Expect: nonsense", "Range: bytes=0-1,5-", "If-None-Match: *", "If-None-Match: W/\"x\", \"y\"", "If-Modified-Since: never",
            "Origin: https://evil.example", "Origin: null", "Access-Control-Request-Method: PUT", "Accept-Encoding: br;q=1, *;q=0", "Accept-Encoding: gzip", "Accept-Language: xx-yy", "Upgrade: h2c", "Connection: close", "Last-Event-ID: 5", "Last-Event-ID: x", "Prefer: return=minimal",
            "X-Correlation-Id: a.b-c_1", "X-Correlation-Id: <script>", "Content-Encoding: gzip", "TE: trailers", "Keep-Alive: 1", "Date: x", "Referer: javascript:1",
        ];

    /// <returns>The lines, and whether the server in front may refuse them.</returns>
    public (string Lines, bool MayBeBare) Draw(Operation? operation, Spoilt spoil, Draw draw)
    {
        var (lines, isHostile) = (new StringBuilder(), spoil.HasFlag(Spoilt.Headers));
        if (callers.Draw(operation?.Records is true, draw) is { } authorization)
        {
            lines.Append("Authorization: ").Append(authorization).Append("\r\n");
        }

        if (operation?.Body is { } body)
        {
            lines.Append("Content-Type: ").Append(isHostile && draw.Percent(40) ? draw.One(_types) : body.MediaType).Append("\r\n");
        }

        foreach (var name in operation?.Parameters.Where(parameter => parameter.In == "header").Select(parameter => parameter.Name) ?? [])
        {
            if (draw.Percent(name == "If-Match" ? 90 : 30))
            {
                lines.Append(name).Append(": ").Append(Named(name, isHostile, draw)).Append("\r\n");
            }
        }

        lines.Append(draw.Percent(operation is null ? 70 : 15) ? $"Accept: {draw.One(_accepts)}\r\n" : "");
        for (var more = isHostile ? draw.Below(4) : 0; more > 0; more--)
        {
            var line = draw.Below(10) switch
            {
                0 => $"Accept-Datetime: {draw.One(_dates)}",
                1 => $"Content-Encoding: {draw.One(_encodings)}",
                2 => $"If-Match: {draw.One(_tags)}",
                3 => Unruly(draw),
                _ => draw.One(_others),
            };
            lines.Append(line).Append("\r\n");
        }

        var all = lines.ToString();
        return (all, !all.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).All(IsHttp));
    }

    /// <summary>Whether the server in front lets it pass.</summary>
    private static bool IsHttp(string line) =>
        line.All(letter => letter is >= ' ' and <= '~') && line.IndexOf(':', StringComparison.Ordinal) is > 0 and var end && line.AsSpan(0, end).IndexOf(' ') < 0
        && !line.StartsWith("Expect", StringComparison.Ordinal) && !line.StartsWith("Upgrade", StringComparison.Ordinal);

    private static string Named(string name, bool isHostile, Draw draw) => name switch
    {
        "If-Match" => draw.Percent(isHostile ? 20 : 60) ? "*" : draw.One(_tags),
        "Idempotency-Key" => draw.Percent(isHostile ? 50 : 95) ? $"key-{draw.Below(3_000)}" : Line(draw.Of(Hostile.ShortText)),
        "Accept-Datetime" => draw.One(_dates),
        _ => draw.Percent(60) ? $"{draw.Below(300)}" : Line(draw.Of(Hostile.ShortText)),
    };

    private static string Unruly(Draw draw) => draw.Below(5) switch
    {
        0 => $"X-Long: {new string('a', draw.One<int>([100, 9_000, 17_000]))}",
        1 => string.Join("\r\n", Enumerable.Range(0, draw.One<int>([5, 63, 70])).Select(i => $"X-Many-{i}: 1")),
        2 => $"X-Odd: {Line(draw.Of(Hostile.ShortText))}",
        3 => draw.One<string>(["no colon", " folded: 1", "Bad Name: 1", ": empty", "X\u0000Y: 1"]),
        _ => $"Idempotency-Key: {Line(draw.Of(Hostile.ShortText))}",
    };

    /// <summary>What cannot be in a line is left out: that is another fault, drawn elsewhere.</summary>
    private static string Line(string text) => text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
