using System.Text.RegularExpressions;

namespace GuaranteeTracker.Api.Tests.Calls;

/// <summary>Reads docs/GuaranteeTracker.http as its editors do: variables, a request after each line of three hashes, headers, a blank line, a body.</summary>
internal static partial class HttpFile
{
    /// <param name="values">In place of those that the file gives its variables.</param>
    public static IReadOnlyList<HttpCall> Read(string text, IReadOnlyDictionary<string, string> values)
    {
        var variables = Variable().Matches(text).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim());
        foreach (var (name, value) in values)
        {
            variables[name] = value;
        }

        string Fill(string part) => Use().Replace(part, use => variables[use.Groups[1].Value]);
        return
        [
            .. from part in Separator().Split(text)
               let request = Request().Match(part)
               where request.Success
               let lines = part[(request.Index + request.Length)..].Split("\n\n", 2)
               select new HttpCall(
                   Name().Match(part) is { Success: true } name ? name.Groups[1].Value : null, new(request.Groups[1].Value), Fill(request.Groups[2].Value),
                   [.. lines[0].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).Select(header => (header[0], Fill(header[1])))],
                   lines.Length > 1 && lines[1].Trim() is { Length: > 0 } body ? Fill(body) : null),
        ];
    }

    [GeneratedRegex(@"^@(\w+) = (.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\{\{(\w+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Use();

    [GeneratedRegex("^###.*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(GET|PUT|POST|DELETE) (\S+)\n?", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Request();

    [GeneratedRegex(@"^# @name (\w+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}

/// <param name="Name">The operation's id; null where another request has it.</param>
internal sealed record HttpCall(string? Name, HttpMethod Method, string Address, IReadOnlyList<(string Name, string Value)> Headers, string? Body);
