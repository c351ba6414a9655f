using System.Globalization;
using System.Text.Json.Nodes;

namespace GuaranteeTracker.Benchmarks.Opening;

/// <summary>Pages of each kind that a service has, over its last weeks.</summary>
internal static class PageAddresses
{
    /// <param name="count">Of each kind; fewer things are gone through again.</param>
    public static async Task<IReadOnlyList<(string Kind, IReadOnlyList<string> Addresses)>> FindAsync(Uri service, int count, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = service, Timeout = TimeSpan.FromMinutes(5) };
        var topics = await ReadAsync("/api/topics?limit=200", "items", item => item["id"]!.ToString());
        var actors = await ReadAsync("/api/actors?limit=200", "items", item => item["id"]!.ToString());
        var known = (await JsonAsync("/api/topics?limit=1"))["known"]!["sequence"]!;
        var history = (await JsonAsync($"/api/picture?topic={topics[0]}"))["topics"]!.AsArray() is [var topic, ..] ? topic!["positions"]!.AsArray() : [];
        var last = history.Select(position => DateOnly.Parse(position!["since"]!.ToString(), CultureInfo.InvariantCulture)).DefaultIfEmpty(new(2025, 8, 20)).Max();
        var claims = history.Select(position => position!["claim"]!.ToString()).ToList();
        var sources = history.Select(position => position!["source"]!.ToString()).Distinct().ToList();
        return
        [
            ("/picture now", Each(_ => "/picture")),
            ("/picture", Each(i => $"/picture?asOf={Day(i)}")),
            ("/snapshots", Each(i => $"/snapshots/{Day(i)}/seq:{known}")),
            ("/embed/snapshots", Each(i => $"/embed/snapshots/{Day(i)}/seq:{known}")),
            ("/topics/{id}", Each(i => $"/topics/{topics[i % topics.Count]}")),
            ("/actors/{id}", Each(i => $"/actors/{actors[i % actors.Count]}")),
            ("/sources/{id}", Each(i => $"/sources/{sources[i % sources.Count]}")),
            ("/claims/{id}", Each(i => $"/claims/{claims[i % claims.Count]}")),
            ("/timeline", Each(i => $"/timeline?from={Day(i + 7)}&to={Day(i)}&topic={topics[i % topics.Count]}")),
            ("/network", Each(i => $"/network?from={Day(i + 7)}&to={Day(i)}")),
            ("/network of all", Each(i => $"/network?to={Day(i)}")),
            ("/network two-mode", Each(i => $"/network?kind=two-mode&from={Day(i + 28)}&to={Day(i)}")),
            ("/compare", Each(i => $"/compare?from={Day(i + 7)}&to={Day(i)}")),
        ];

        string Day(int back) => last.AddDays(-back).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        IReadOnlyList<string> Each(Func<int, string> address) => [.. Enumerable.Range(0, count).Select(address)];
        async Task<JsonObject> JsonAsync(string path) => (JsonObject)JsonNode.Parse(await http.GetStringAsync(path, cancellation))!;
        async Task<IReadOnlyList<string>> ReadAsync(string path, string list, Func<JsonNode, string> read) => [.. (await JsonAsync(path))[list]!.AsArray().Select(item => read(item!))];
    }
}
