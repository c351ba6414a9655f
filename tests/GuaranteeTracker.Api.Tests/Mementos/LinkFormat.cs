using System.Globalization;
using System.Text.RegularExpressions;

namespace GuaranteeTracker.Api.Tests.Mementos;

/// <summary>A link as a reader of RFC 8288 sees it.</summary>
internal sealed partial record Link(string Target, IReadOnlyList<string> Relations, IReadOnlyDictionary<string, string> Attributes)
{
    public DateTime Datetime => DateTime.ParseExact(Attributes["datetime"], "r", CultureInfo.InvariantCulture);

    /// <summary>The path and query under the test's own address.</summary>
    public string Local => Target.Replace("https://tracker.example.org", "", StringComparison.Ordinal);

    public long Sequence => long.Parse(Target.Split("seq:")[1].Split('&')[0], CultureInfo.InvariantCulture);

    /// <summary>Fails on anything that is not a list of links to the end.</summary>
    public static List<Link> Parse(string text)
    {
        var links = new List<Link>();
        for (var rest = text.Trim(); rest.Length > 0;)
        {
            var match = OneLink().Match(rest);
            match.Success.Should().BeTrue("'{0}' begins with a link", rest);
            var attributes = match.Groups["name"].Captures.Zip(match.Groups["value"].Captures, (name, value) => (name.Value, value.Value)).ToDictionary(item => item.Item1, item => item.Item2, StringComparer.Ordinal);
            links.Add(new(match.Groups["target"].Value, attributes["rel"].Split(' '), attributes));
            rest = rest[match.Length..];
        }

        return links;
    }

    [GeneratedRegex("""^<(?<target>[^<>";, ]*)>(?:; (?<name>[a-z]+)="(?<value>[^"\\]*)")+(?:,\s*|$)""")]
    private static partial Regex OneLink();
}

/// <summary>Asks for mementos as a client does.</summary>
internal static class MementoClient
{
    public static async Task<List<Link>> TimeMapAsync(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        response.EnsureSuccessStatusCode();
        response.Content.Headers.ContentType!.ToString().Should().Be("application/link-format");
        return Link.Parse(await response.Content.ReadAsStringAsync());
    }

    public static async Task<HttpResponseMessage> NegotiateAsync(this HttpClient client, string address, string? at, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        if (at is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Datetime", at);
        }

        return await client.SendAsync(request);
    }

    public static IEnumerable<Link> With(this IEnumerable<Link> links, string relation) => links.Where(link => link.Relations.Contains(relation));

    public static List<Link> Links(this HttpResponseMessage response) => Link.Parse(string.Join(", ", response.Headers.GetValues("Link")));

    public static string Rfc1123(this DateTime at) => at.ToString("r", CultureInfo.InvariantCulture);
}
