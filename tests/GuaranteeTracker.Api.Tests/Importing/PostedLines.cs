using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace GuaranteeTracker.Api.Tests.Importing;

/// <summary>POST /api/import in one line.</summary>
internal static class PostedLines
{
    public static async Task<HttpResponseMessage> PostLinesAsync(this HttpClient caller, IEnumerable<string> lines, string query = "", string? type = "application/x-ndjson", params (string Name, string Value)[] headers)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/import{query}") { Content = content };
        foreach (var (name, value) in headers)
        {
            _ = request.Headers.TryAddWithoutValidation(name, value) || content.Headers.TryAddWithoutValidation(name, value);
        }

        return await caller.SendAsync(request);
    }

    /// <returns>The result lines in the order of the lines, and the last line.</returns>
    public static async Task<(List<JsonObject> Results, JsonObject Last)> ImportLinesAsync(this HttpClient caller, IEnumerable<string> lines, string query = "")
    {
        using var response = await caller.PostLinesAsync(lines, query);
        var answer = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).Should().Be(200, answer);
        response.Content.Headers.ContentType!.ToString().Should().Be("application/x-ndjson");
        var all = answer.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        all[^1].Should().NotContainKey("line");
        return ([.. all[..^1].OrderBy(line => line["line"]!.GetValue<long>())], all[^1]);
    }

    /// <summary>A line in a word: "3 refused 403".</summary>
    public static string Short(this JsonObject line) => $"{line["line"]} {line["result"]} {line["version"] ?? line["problem"]?["status"]}".Trim();
}
