using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace GuaranteeTracker.Faults.Fuzzing.Drawing;

/// <summary>Keys that the run itself added, so that requests can name, revoke and erase them; the run's own callers stay as they are.</summary>
internal sealed class AddedKeys
{
    private const int Most = 100;

    private readonly ConcurrentQueue<(string Id, string Analyst)> _keys = new();

    /// <summary>The latest; empty before the first.</summary>
    public IReadOnlyList<(string Id, string Analyst)> All => [.. _keys];

    /// <param name="answer">To the request that added it.</param>
    public void Remember(JsonNode answer)
    {
        _keys.Enqueue((answer["id"]!.GetValue<string>(), answer["analyst"]!.GetValue<string>()));
        if (_keys.Count > Most)
        {
            _keys.TryDequeue(out _);
        }
    }
}
