namespace GuaranteeTracker.Api.Tests.Exports;

/// <summary>Reads what RFC 5545 says of lines, folds and escapes, and the components of a calendar one below another.</summary>
internal sealed record Calendar(IReadOnlyDictionary<string, string> Properties, IReadOnlyList<IReadOnlyDictionary<string, string>> Events)
{
    public static Calendar Read(byte[] bytes)
    {
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        text.Should().EndWith("\r\n");
        text.Replace("\r\n", "", StringComparison.Ordinal).Should().NotContainAny("\r", "\n");
        text.Split("\r\n").Should().OnlyContain(line => System.Text.Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\uFFFD'), "lines are folded at 75 octets, between characters");
        var lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].Should().Be("BEGIN:VCALENDAR");
        lines[^1].Should().Be("END:VCALENDAR");
        var (properties, events) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<Dictionary<string, string>>());
        var current = properties;
        foreach (var line in lines[1..^1])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line[..colon], line[(colon + 1)..]);
            if (line == "BEGIN:VEVENT")
            {
                current = [];
                events.Add(current);
            }
            else if (line == "END:VEVENT")
            {
                current = properties;
            }
            else
            {
                current.Add(name, Unescape(value));
            }
        }

        return new(properties, events);
    }

    private static string Unescape(string value) => System.Text.RegularExpressions.Regex.Replace(value, @"\\(.)", match => match.Groups[1].Value is "n" or "N" ? "\n" : match.Groups[1].Value);
}
