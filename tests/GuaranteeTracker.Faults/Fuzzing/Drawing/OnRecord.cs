using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Faults.Fuzzing.Drawing;

/// <summary>What is on record when a run begins, so that requests can name it: the seeds, whose ids are the same in every run.</summary>
internal sealed record OnRecord(
    IReadOnlyList<string> Actors, IReadOnlyList<string> Topics, IReadOnlyList<(string Id, string Text)> Sources, IReadOnlyList<string> Claims, IReadOnlyList<string> Encounters)
{
    private const int MostCursors = 500;

    private readonly ConcurrentQueue<string> _cursors = new();

    public static async Task<OnRecord> ReadAsync(Tracker tracker)
    {
        var sources = new List<(string, string)>();
        foreach (var id in (await ClaimsAsync(tracker)).Select(claim => claim["evidence"]!["source"]!.GetValue<string>()).Distinct())
        {
            sources.Add((id, await tracker.Admin.GetStringAsync($"/api/sources/{id}/text")));
        }

        return new(
            await IdsAsync(tracker, "actors"), await IdsAsync(tracker, "topics"), sources, [.. (await ClaimsAsync(tracker)).Select(claim => claim["id"]!.GetValue<string>())], await IdsAsync(tracker, "encounters"));
    }

    /// <summary>None is on record when a run begins.</summary>
    public AddedKeys Keys { get; } = new();

    /// <summary>Cursors that were really given out, as long as they are remembered.</summary>
    public IReadOnlyList<string> Cursors => [.. _cursors];

    public void Remember(string cursor)
    {
        _cursors.Enqueue(cursor);
        if (_cursors.Count > MostCursors)
        {
            _cursors.TryDequeue(out _);
        }
    }

    private static async Task<IEnumerable<JsonNode>> ClaimsAsync(Tracker tracker)
    {
        var ids = (await tracker.Public.GetJsonAsync("/api/claims?limit=200"))["items"]!.AsArray().Select(claim => claim!["id"]!.GetValue<string>());
        return await Task.WhenAll(ids.Select(id => tracker.Public.GetJsonAsync($"/api/claims/{id}")));
    }

    private static async Task<List<string>> IdsAsync(Tracker tracker, string list) =>
        [.. (await tracker.Public.GetJsonAsync($"/api/{list}?limit=200"))["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>())];
}
