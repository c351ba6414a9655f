using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GuaranteeTracker.Api.Tests.Readme;

/// <summary>One request of a page, as a reader would type it, and the answer that the page promises.</summary>
internal sealed partial record ConsoleBlock(string Command, JsonNode Answer)
{
    private const string Service = "http://localhost:5080";

    public static IEnumerable<ConsoleBlock> In(string page) =>
        Blocks().Matches(page).Select(block => new ConsoleBlock(block.Groups["command"].Value, JsonNode.Parse(block.Groups["answer"].Value)!));

    /// <summary>The request that curl would send; what the page takes from a file is <paramref name="key"/>.</summary>
    public HttpRequestMessage Request(string key)
    {
        var words = new Queue<string>(Words(FromFile().Replace(Command, key)));
        words.Dequeue().Should().Be("curl");
        var request = new HttpRequestMessage();
        var headers = new List<string>();
        while (words.TryDequeue(out var word))
        {
            switch (word)
            {
                case "-s": break;
                case "-X": request.Method = new HttpMethod(words.Dequeue()); break;
                case "-H": headers.Add(words.Dequeue()); break;
                case "-d": request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(words.Dequeue())); break;
                default: request.RequestUri = new Uri(Path(word), UriKind.Relative); break;
            }
        }

        foreach (var header in headers.Select(header => header.Split(": ", 2)))
        {
            (request.Headers.TryAddWithoutValidation(header[0], header[1]) || request.Content!.Headers.TryAddWithoutValidation(header[0], header[1]))
                .Should().BeTrue();
        }

        return request;
    }

    private static string Path(string url)
    {
        url.Should().StartWith(Service);
        return url[Service.Length..];
    }

    /// <summary>As a shell splits a line: at white space, with quotes of both kinds, and a backslash that joins lines.</summary>
    private static IEnumerable<string> Words(string command) =>
        Word().Matches(command.Replace("\\\n", " ", StringComparison.Ordinal)).Select(word => word.Groups["word"].Value);

    [GeneratedRegex(@"^```console\n\$ (?<command>(?:.*\\\n)*.*)\n(?<answer>[\s\S]*?)\n```$", RegexOptions.Multiline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"'(?<word>[^']*)'|""(?<word>[^""]*)""|(?<word>[^\s'""]+)")]
    private static partial Regex Word();

    [GeneratedRegex(@"\$\(cat [^)]*\)")]
    private static partial Regex FromFile();
}
